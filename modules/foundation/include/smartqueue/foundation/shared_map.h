#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace smartqueue {

/// A hash map whose copies share what neither of them has changed since: copying n entries costs n/8 counter steps, changing
/// one copies the few entries beside it once. One thread may change a map while others read and drop their copies of it.
/// References and iterators last until the next insertion or erasure. No order is promised.
template <class Key, class Value>
class SharedMap {
public:
    using key_type = Key;
    using mapped_type = Value;
    struct Entry {
        Key key;
        Value value;
    };

private:
    class Bucket {
    public:
        Bucket() = default;
        Bucket(const Bucket &other) : m_content(other.m_content)
        {
            if (m_content)
                m_content->owners.fetch_add(1, std::memory_order_relaxed);
        }
        Bucket(Bucket &&other) noexcept : m_content(std::exchange(other.m_content, nullptr)) {}
        Bucket &operator=(Bucket other) noexcept
        {
            std::swap(m_content, other.m_content);
            return *this;
        }
        ~Bucket()
        {
            if (m_content && m_content->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
                delete m_content;
        }

        const std::vector<Entry> &entries() const
        {
            static const std::vector<Entry> none;
            return m_content ? m_content->entries : none;
        }
        std::vector<Entry> &ownEntries()
        {
            if (!m_content)
                m_content = new Content;
            // Acquire: what another thread read before it dropped its copy happened before what is written now.
            else if (m_content->owners.load(std::memory_order_acquire) > 1)
                *this = Bucket(m_content->entries);
            return m_content->entries;
        }

    private:
        struct Content {
            std::atomic<int> owners{1};
            std::vector<Entry> entries;
        };
        explicit Bucket(const std::vector<Entry> &entries) : m_content(new Content) { m_content->entries = entries; }

        Content *m_content = nullptr;
    };

public:
    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Entry;
        using difference_type = std::ptrdiff_t;
        using pointer = const Entry *;
        using reference = const Entry &;

        const_iterator() = default;
        reference operator*() const { return (*m_buckets)[m_bucket].entries()[m_entry]; }
        pointer operator->() const { return &**this; }
        const_iterator &operator++()
        {
            ++m_entry;
            skipEmpty();
            return *this;
        }
        const_iterator operator++(int)
        {
            const_iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const const_iterator &a, const const_iterator &b)
        {
            return a.m_bucket == b.m_bucket && a.m_entry == b.m_entry;
        }
        friend bool operator!=(const const_iterator &a, const const_iterator &b) { return !(a == b); }

    private:
        friend class SharedMap;
        const_iterator(const std::vector<Bucket> &buckets, std::size_t bucket) : m_buckets(&buckets), m_bucket(bucket) { skipEmpty(); }
        void skipEmpty()
        {
            while (m_bucket < m_buckets->size() && m_entry >= (*m_buckets)[m_bucket].entries().size()) {
                ++m_bucket;
                m_entry = 0;
            }
        }

        const std::vector<Bucket> *m_buckets = nullptr;
        std::size_t m_bucket = 0;
        std::size_t m_entry = 0;
    };

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const_iterator begin() const { return {m_buckets, 0}; }
    const_iterator end() const { return {m_buckets, m_buckets.size()}; }

    /// Null when the key is not there.
    const Value *find(const Key &key) const
    {
        const auto position = positionOf(key);
        return position ? &m_buckets[bucketOf(key)].entries()[*position].value : nullptr;
    }
    /// Throws std::out_of_range when the key is not there.
    const Value &at(const Key &key) const
    {
        if (const Value *value = find(key))
            return *value;
        throw std::out_of_range("SharedMap::at");
    }
    /// To be changed in place; throws std::out_of_range when the key is not there.
    Value &edit(const Key &key)
    {
        const auto position = positionOf(key);
        if (!position)
            throw std::out_of_range("SharedMap::edit");
        return m_buckets[bucketOf(key)].ownEntries()[*position].value;
    }

    /// Puts the value there, in the place of an earlier one.
    void set(const Key &key, Value value)
    {
        const auto position = positionOf(key);
        if (position) {
            m_buckets[bucketOf(key)].ownEntries()[*position].value = std::move(value);
            return;
        }
        if (m_size >= m_buckets.size() * entriesInBucket)
            grow();
        m_buckets[bucketOf(key)].ownEntries().push_back({key, std::move(value)});
        ++m_size;
    }
    /// Does nothing when the key is not there.
    void erase(const Key &key)
    {
        const auto position = positionOf(key);
        if (!position)
            return;
        auto &entries = m_buckets[bucketOf(key)].ownEntries();
        // In no order: the last one fills the gap, and nothing else moves.
        if (*position + 1 < entries.size())
            entries[*position] = std::move(entries.back());
        entries.pop_back();
        --m_size;
    }

private:
    static constexpr std::size_t entriesInBucket = 8;

    /// Where the key stands in its bucket.
    std::optional<std::size_t> positionOf(const Key &key) const
    {
        if (m_buckets.empty())
            return std::nullopt;
        const auto &entries = m_buckets[bucketOf(key)].entries();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries[i].key == key)
                return i;
        }
        return std::nullopt;
    }
    /// Numbers that follow each other fall into one bucket: what is changed at a time then lies together.
    std::size_t bucketOf(const Key &key) const { return std::hash<Key>{}(key) / entriesInBucket & (m_buckets.size() - 1); }

    void grow()
    {
        // A power of two, so that a bucket is found by its mask.
        std::vector<Bucket> old = std::exchange(m_buckets, std::vector<Bucket>(std::max<std::size_t>(1, m_buckets.size() * 2)));
        for (Bucket &bucket : old) {
            for (Entry &entry : bucket.ownEntries())
                m_buckets[bucketOf(entry.key)].ownEntries().push_back(std::move(entry));
        }
    }

    std::vector<Bucket> m_buckets;
    std::size_t m_size = 0;
};

} // namespace smartqueue
