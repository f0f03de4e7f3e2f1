#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include <QAbstractTableModel>

namespace smartqueue::presentation {

/// A table that turns one list into the next by row signals, so that a selection and the place in a view survive what others
/// change. GUI thread.
class DiffedTableModel : public QAbstractTableModel {
protected:
    using QAbstractTableModel::QAbstractTableModel;

    /// Makes `shown`, the rows of the model, into `wanted`. `keyOf` gives what a row is known by, once in a list and ordered;
    /// `same` whether two rows of one key look alike.
    template <class Row, class KeyOf, class Same>
    void adoptRows(std::vector<Row> &shown, std::vector<Row> wanted, KeyOf keyOf, Same same)
    {
        // Of an empty list there is no selection to keep, and a view lays all rows out at once.
        if (shown.empty()) {
            if (wanted.empty())
                return;
            beginResetModel();
            shown = std::move(wanted);
            endResetModel();
            return;
        }
        std::map<decltype(keyOf(wanted.front())), int> places;
        for (const Row &row : wanted)
            places.emplace(keyOf(row), int(places.size()));
        removeOthers(shown, [&](const Row &row) { return places.contains(keyOf(row)); });
        putInOrder(shown, [&](const Row &row) { return places.at(keyOf(row)); });
        insertMissing(shown, wanted, keyOf);
        for (int row = 0; row < int(wanted.size()); ++row) {
            if (same(shown[std::size_t(row)], wanted[std::size_t(row)]))
                continue;
            shown[std::size_t(row)] = std::move(wanted[std::size_t(row)]);
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }

private:
    template <class Row, class Stays>
    void removeOthers(std::vector<Row> &shown, Stays stays)
    {
        // In stretches from the end, so that a view moves as little as it can.
        for (int last = int(shown.size()) - 1; last >= 0; --last) {
            if (stays(shown[std::size_t(last)]))
                continue;
            int first = last;
            while (first > 0 && !stays(shown[std::size_t(first) - 1]))
                --first;
            beginRemoveRows({}, first, last);
            shown.erase(shown.begin() + first, shown.begin() + last + 1);
            endRemoveRows();
            last = first;
        }
    }

    template <class Row, class PlaceOf>
    void putInOrder(std::vector<Row> &shown, PlaceOf placeOf)
    {
        const auto before = [&](const Row &a, const Row &b) { return placeOf(a) < placeOf(b); };
        if (std::is_sorted(shown.begin(), shown.end(), before))
            return;
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList kept = persistentIndexList();
        std::vector<int> places;
        for (const QModelIndex &each : kept)
            places.push_back(placeOf(shown[std::size_t(each.row())]));
        std::sort(shown.begin(), shown.end(), before);
        for (int i = 0; i < kept.size(); ++i) {
            const auto found = std::lower_bound(shown.begin(), shown.end(), places[std::size_t(i)], [&](const Row &row, int place) { return placeOf(row) < place; });
            changePersistentIndex(kept.at(i), index(int(found - shown.begin()), kept.at(i).column()));
        }
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    template <class Row, class KeyOf>
    void insertMissing(std::vector<Row> &shown, const std::vector<Row> &wanted, KeyOf keyOf)
    {
        for (int first = 0; first < int(wanted.size()); ++first) {
            const bool atEnd = first >= int(shown.size());
            if (!atEnd && keyOf(shown[std::size_t(first)]) == keyOf(wanted[std::size_t(first)]))
                continue;
            // All that stand before the next one who is there already.
            int next = first;
            while (next < int(wanted.size()) && (atEnd || !(keyOf(wanted[std::size_t(next)]) == keyOf(shown[std::size_t(first)]))))
                ++next;
            beginInsertRows({}, first, next - 1);
            shown.insert(shown.begin() + first, wanted.begin() + first, wanted.begin() + next);
            endInsertRows();
            first = next - 1;
        }
    }
};

} // namespace smartqueue::presentation
