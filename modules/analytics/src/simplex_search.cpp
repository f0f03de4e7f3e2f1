#include "smartqueue/analytics/simplex_search.h"

#include <algorithm>

namespace smartqueue::analytics {

namespace {

using Point = std::vector<double>;

struct Vertex {
    double loss = 0;
    Point point;
};

class Simplex {
public:
    Simplex(const std::function<double(const Point &)> &loss, const Point &start, double step) : m_loss(loss)
    {
        m_vertices.push_back(at(start));
        for (std::size_t i = 0; i < start.size(); ++i) {
            Point point = start;
            point[i] += step;
            m_vertices.push_back(at(point));
        }
        sort();
    }

    void round()
    {
        const Vertex reflected = along(-1.0);
        if (reflected.loss < best().loss) {
            const Vertex expanded = along(-2.0);
            m_vertices.back() = expanded.loss < reflected.loss ? expanded : reflected;
        } else if (reflected.loss < m_vertices[m_vertices.size() - 2].loss) {
            m_vertices.back() = reflected;
        } else if (const Vertex contracted = along(0.5); contracted.loss < m_vertices.back().loss) {
            m_vertices.back() = contracted;
        } else {
            shrink();
        }
        sort();
    }

    const Vertex &best() const { return m_vertices.front(); }

private:
    Vertex at(Point point) const
    {
        const double loss = m_loss(point);
        return {loss, std::move(point)};
    }

    /// The worst vertex moved along its line through the middle of the others.
    Vertex along(double share) const
    {
        Point point(best().point.size());
        for (std::size_t i = 0; i < point.size(); ++i) {
            double middle = 0;
            for (std::size_t v = 0; v + 1 < m_vertices.size(); ++v)
                middle += m_vertices[v].point[i] / double(m_vertices.size() - 1);
            point[i] = middle + share * (m_vertices.back().point[i] - middle);
        }
        return at(std::move(point));
    }

    void shrink()
    {
        for (std::size_t v = 1; v < m_vertices.size(); ++v) {
            Point point = m_vertices[v].point;
            for (std::size_t i = 0; i < point.size(); ++i)
                point[i] = (point[i] + best().point[i]) / 2;
            m_vertices[v] = at(std::move(point));
        }
    }

    void sort()
    {
        std::stable_sort(m_vertices.begin(), m_vertices.end(), [](const Vertex &a, const Vertex &b) { return a.loss < b.loss; });
    }

    const std::function<double(const Point &)> &m_loss;
    std::vector<Vertex> m_vertices;
};

} // namespace

std::vector<double> simplexSearch(const std::function<double(const std::vector<double> &)> &loss, const std::vector<double> &start,
                                  double step, int rounds)
{
    Simplex simplex(loss, start, step);
    for (int round = 0; round < rounds; ++round)
        simplex.round();
    return simplex.best().point;
}

} // namespace smartqueue::analytics
