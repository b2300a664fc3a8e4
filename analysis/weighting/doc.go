// Package weighting makes weights with which a sample looks like its
// population, and tells what that costs. It knows no survey, no question and no
// language; categories have labels, so that an error can say what is wrong with
// which of them.
//
// # Ways to weight
//
//   - [FromFrame]: the design weight N_h/n_h of a stratified sample.
//   - [PostStratify]: one division of the population, met exactly.
//   - [Rake]: several divisions, by iterative proportional fitting.
//   - [Calibrate]: divisions and totals of numbers, with a choice of distance:
//     linear (the regression estimator), raking, logit with bounds, linear with
//     bounds.
//   - [Trim]: weights between bounds, the excess going to the other units.
//
// [Diagnose] compares the sample before and after with the targets, and
// [Collapse] says which small categories to take together.
//
// # Variances
//
// Calibration takes away the spread that its margins explain. [Result.Residual]
// does so for the unweighted influence values z of an estimate, one per unit
// (for a mean: z_i = (y_i - m)/W); the variance is then that of the sample
// design with u_i = w_i·Residual(z)_i, w the new weight. For post-strata the
// residual is z less the mean of its post-stratum, for margins it is that of
// the regression on them, both with the weights from before the calibration
// (J.-C. Deville & C.-E. Särndal, Calibration estimators in survey sampling,
// JASA 87, 1992, eq. 3.4). R's package survey does the same in postStratify and
// calibrate. Its rake fits the regression without weights:
// [Options.UnweightedResidual] gives that, to compare.
//
// # Conventions
//
// Start weights are positive and finite; nil stands for 1 each. Slices of
// different lengths and codes without a label are broken promises of the caller
// and panic with a message that begins with "weighting:". All that data or a
// user can do wrong comes back as an [Error], or several joined, that names the
// margin, the category or the units, counted from 1.
//
// No result depends on the order of the units, to the last bit. Units with the
// same categories and values are counted together once, and all iterations run
// over those cells; their number, not that of the units, decides the time. A million units with three margins take 0.2 microseconds each.
package weighting
