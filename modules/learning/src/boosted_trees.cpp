#include "smartqueue/learning/boosted_trees.h"

#include <cstdint>
#include <limits>

#include <xgboost/c_api.h>

#include <smartqueue/learning/training_failures.h>

namespace smartqueue::learning {

namespace {

std::string decimal(double value)
{
    // The library reads its parameters in the "C" locale, whatever the program's is: no decimal comma.
    std::string text = std::to_string(std::int64_t(value * 1e6));
    return text + "e-6";
}

const char *nameOf(Objective objective)
{
    switch (objective) {
    case Objective::squaredError: return "reg:squarederror";
    case Objective::absoluteError: return "reg:absoluteerror";
    case Objective::poisson: return "count:poisson";
    }
    return "";
}

tl::unexpected<Failure> mismatch(std::size_t given, std::size_t expected)
{
    return fail(training_failures::shapeMismatch, {{"given", std::to_string(given)}, {"expected", std::to_string(expected)}});
}

tl::unexpected<Failure> libraryFailure(FailureCode code)
{
    return fail(code, {{"reason", XGBGetLastError()}});
}

/// Rows in the library's own form.
class Matrix {
public:
    explicit Matrix(const FeatureTable &rows)
    {
        XGDMatrixCreateFromMat(rows.values().data(), rows.rows(), rows.columns(), std::numeric_limits<float>::quiet_NaN(),
                               &m_handle);
    }
    ~Matrix() { XGDMatrixFree(m_handle); }
    Matrix(const Matrix &) = delete;
    Matrix &operator=(const Matrix &) = delete;

    bool isSound() const { return m_handle != nullptr; }
    DMatrixHandle handle() const { return m_handle; }
    bool set(const char *field, std::span<const float> values)
    {
        return XGDMatrixSetFloatInfo(m_handle, field, values.data(), values.size()) == 0;
    }

private:
    DMatrixHandle m_handle = nullptr;
};

} // namespace

struct BoostedTrees::Booster {
    BoosterHandle handle = nullptr;

    explicit Booster(const Matrix *rows = nullptr)
    {
        const DMatrixHandle known = rows ? rows->handle() : nullptr;
        XGBoosterCreate(rows ? &known : nullptr, rows ? 1 : 0, &handle);
        set("verbosity", "0");
        set("nthread", "1");
    }
    ~Booster() { XGBoosterFree(handle); }
    Booster(const Booster &) = delete;
    Booster &operator=(const Booster &) = delete;

    bool set(const char *name, const std::string &value) { return XGBoosterSetParam(handle, name, value.c_str()) == 0; }

    bool set(const TreeParameters &parameters)
    {
        return set("tree_method", "hist") && set("objective", nameOf(parameters.objective))
            && set("max_depth", std::to_string(parameters.depth)) && set("eta", decimal(parameters.learningRate))
            && set("subsample", decimal(parameters.rowShare)) && set("colsample_bytree", decimal(parameters.columnShare))
            && set("min_child_weight", decimal(parameters.leastLeafWeight)) && set("lambda", decimal(parameters.ridge))
            && set("gamma", decimal(parameters.leastGain)) && set("seed", std::to_string(parameters.seed));
    }
};

BoostedTrees::BoostedTrees(std::unique_ptr<Booster> booster, std::size_t columns)
    : m_booster(std::move(booster))
    , m_columns(columns)
{
}
BoostedTrees::BoostedTrees(BoostedTrees &&) noexcept = default;
BoostedTrees &BoostedTrees::operator=(BoostedTrees &&) noexcept = default;
BoostedTrees::~BoostedTrees() = default;

Result<BoostedTrees> BoostedTrees::train(const FeatureTable &rows, std::span<const float> labels,
                                         const TreeParameters &parameters, std::span<const float> weights,
                                         const Progress &progress)
{
    if (rows.empty())
        return fail(training_failures::tooFewRows, {{"rows", "0"}, {"needed", "1"}});
    if (labels.size() != rows.rows())
        return mismatch(labels.size(), rows.rows());
    if (!weights.empty() && weights.size() != rows.rows())
        return mismatch(weights.size(), rows.rows());
    Matrix matrix(rows);
    if (!matrix.isSound() || !matrix.set("label", labels) || (!weights.empty() && !matrix.set("weight", weights)))
        return libraryFailure(training_failures::trainingFailed);
    auto booster = std::make_unique<Booster>(&matrix);
    if (!booster->set(parameters))
        return libraryFailure(training_failures::trainingFailed);
    for (int tree = 0; tree < parameters.trees; ++tree) {
        if (XGBoosterUpdateOneIter(booster->handle, tree, matrix.handle()) != 0)
            return libraryFailure(training_failures::trainingFailed);
        if (progress && !progress(double(tree + 1) / parameters.trees))
            return fail(training_failures::trainingCancelled);
    }
    return BoostedTrees(std::move(booster), rows.columns());
}

Result<std::vector<float>> BoostedTrees::predict(const FeatureTable &rows) const
{
    if (rows.columns() != m_columns)
        return mismatch(rows.columns(), m_columns);
    if (rows.empty())
        return std::vector<float>();
    // In place, without a copy in the library's own form.
    const std::string table = R"({"data":[)" + std::to_string(reinterpret_cast<std::uintptr_t>(rows.values().data()))
        + R"(,true],"shape":[)" + std::to_string(rows.rows()) + ',' + std::to_string(rows.columns())
        + R"(],"typestr":"<f4","version":3})";
    constexpr const char *values =
        R"({"type":0,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false,"missing":NaN,"cache_id":0})";
    const bst_ulong *shape = nullptr;
    bst_ulong dimensions = 0;
    const float *predicted = nullptr;
    if (XGBoosterPredictFromDense(m_booster->handle, table.c_str(), values, nullptr, &shape, &dimensions, &predicted) != 0)
        return libraryFailure(training_failures::damagedModel);
    return std::vector<float>(predicted, predicted + rows.rows());
}

Result<std::string> BoostedTrees::save() const
{
    bst_ulong size = 0;
    const char *bytes = nullptr;
    if (XGBoosterSaveModelToBuffer(m_booster->handle, R"({"format":"ubj"})", &size, &bytes) != 0)
        return libraryFailure(training_failures::damagedModel);
    return std::string(bytes, size);
}

Result<BoostedTrees> BoostedTrees::load(std::string_view bytes)
{
    auto booster = std::make_unique<Booster>();
    bst_ulong columns = 0;
    if (bytes.empty() || XGBoosterLoadModelFromBuffer(booster->handle, bytes.data(), bytes.size()) != 0
        || XGBoosterGetNumFeature(booster->handle, &columns) != 0)
        return libraryFailure(training_failures::damagedModel);
    return BoostedTrees(std::move(booster), columns);
}

} // namespace smartqueue::learning
