#pragma once

namespace smartqueue::simulation {

/// What Student's t exceeds with probability `tail`, from 1e-9 to 0.5, for at least one degree of freedom.
double studentPoint(double tail, int degrees);

} // namespace smartqueue::simulation
