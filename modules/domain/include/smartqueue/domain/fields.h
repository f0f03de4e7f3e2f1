#pragma once

/// Lists a struct's members under their names in JSON: SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent);). The same list reads
/// and writes, see json_fields.h.
#define SQ_FIELDS(...)                                                         \
    template <class S, class V>                                                \
    static void fields([[maybe_unused]] S &s, [[maybe_unused]] V &&v) { __VA_ARGS__ }
