// Package diffusion says how many will use something later: from what they say
// they will do, and from how use grew so far. It knows no survey, no question and
// no language.
//
// # Stated intention
//
// Expect takes the counts of an answer each (uses it now, surely starts, very likely
// starts) with the part of those answering that will use it: a convention (AsStated,
// JusterScale, ConceptTest) or what those answering so did before (Learned).
//
// # Growth
//
// With m the ceiling, the share that will ever use it, and t the time,
//
//	logistic  F(t) = m / (1 + e^(-b(t-c)))
//	Bass      F(t) = m · (1 - e^(-(p+q)t)) / (1 + (q/p)·e^(-(p+q)t))
//
// (P.-F. Verhulst, Notice sur la loi que la population suit dans son accroissement,
// Correspondance mathématique et physique 10, 1838; F.M. Bass, A new product growth
// for model consumer durables, Management Science 15, 1969). Both are the hazard
//
//	F'(t) / (m - F(t)) = p + q·F(t)/m
//
// the logistic one with p = 0 and q = b, and that hazard is what a Shock multiplies.
// Users never leave by themselves: a curve can't fall but by a Shock.
//
// Estimate fits by maximum likelihood on counts with their bases. A curve has at most
// one free parameter per two moments: 4 moments for either with its ceiling given, 6
// with its ceiling free. Below that, and where the counts do not tell the parameters
// (Reason), there are no numbers. Scenario then takes over: growth at stated rates
// from the last figure, wide on purpose.
//
// Points of different populations or methods are not joined: all functions use the
// points since the last Break alone.
//
// # Conventions
//
// Shares are in [0, 1]; moments are in any unit, mostly years; rates are per unit.
// Bases are counts of answers that are a sample of very many, or a census of bodies
// whose use could have gone otherwise. Chance comes from a fixed seed: the same data
// give the same figures. Broken promises of the caller (a level of 95, a negative
// count, moments out of order) panic with a message that begins with "diffusion:".
// Too little data is no broken promise.
package diffusion
