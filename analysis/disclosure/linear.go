package disclosure

import (
	"math"
	"slices"
)

// Program is a linear program: numbers from zero of which some sums are known. It is
// solved by the simplex method with Bland's rule (R.G. Bland, New finite pivoting rules
// for the simplex method, Mathematics of Operations Research 2, 1977), which ends.
type Program struct {
	// rows are coefficients of the numbers with the sum behind them, and basis the number
	// that each row solves.
	rows  [][]float64
	basis []int
	n     int
}

// tiny is what counts as zero in a program of which the numbers are scaled to 1.
const tiny = 1e-9

// NewProgram returns the program of numbers of which the sums times coefficients are known,
// one row a sum; false where no numbers fit. Sums are best scaled to about 1.
func NewProgram(coefficients [][]float64, sums []float64) (*Program, bool) {
	if len(coefficients) == 0 {
		return nil, false
	}
	n, m := len(coefficients[0]), len(coefficients)
	p := &Program{n: n + m}
	for i, of := range coefficients {
		row := make([]float64, n+m+1)
		sign := 1.0
		if sums[i] < 0 {
			sign = -1
		}
		for k, c := range of {
			row[k] = sign * c
		}
		row[n+i], row[n+m] = 1, sign*sums[i]
		p.rows, p.basis = append(p.rows, row), append(p.basis, n+i)
	}
	cost := make([]float64, n+m)
	for k := n; k < n+m; k++ {
		cost[k] = -1
	}
	if most, _ := p.climb(cost); most < -1e-6 {
		return nil, false
	}
	p.leave(n)
	return p, true
}

// leave takes the helpers behind the first n numbers out of a program that is solved.
func (p *Program) leave(n int) {
	var rows [][]float64
	var basis []int
	for i := range p.rows {
		if p.basis[i] >= n {
			k := slices.IndexFunc(p.rows[i][:n], func(c float64) bool { return math.Abs(c) > tiny })
			if k < 0 {
				continue // it says what others say
			}
			p.pivot(i, k)
		}
	}
	for i, row := range p.rows {
		if p.basis[i] < n {
			rows, basis = append(rows, append(row[:n:n], row[len(row)-1])), append(basis, p.basis[i])
		}
	}
	p.rows, p.basis, p.n = rows, basis, n
}

// clone copies a program.
func (p *Program) clone() *Program {
	c := &Program{basis: slices.Clone(p.basis), n: p.n}
	for _, row := range p.rows {
		c.rows = append(c.rows, slices.Clone(row))
	}
	return c
}

// pivot lets row i solve number k.
func (p *Program) pivot(i, k int) {
	scale := p.rows[i][k]
	for c := range p.rows[i] {
		p.rows[i][c] /= scale
	}
	for r := range p.rows {
		f := p.rows[r][k]
		if r == i || f == 0 {
			continue
		}
		for c, x := range p.rows[i] {
			if x != 0 {
				p.rows[r][c] -= f * x
			}
		}
		p.rows[r][k] = 0
	}
	p.basis[i] = k
}

// Most returns the largest that number k can be; false where it has no end.
func (p *Program) Most(k int) (float64, bool) {
	cost := make([]float64, p.n)
	cost[k] = 1
	return p.clone().climb(cost)
}

// climb returns the largest sum of the numbers times cost, and leaves the program there;
// false where it has no end.
func (p *Program) climb(cost []float64) (float64, bool) {
	for {
		enter := -1
		for k := 0; k < p.n && enter < 0; k++ {
			gain := cost[k]
			for i, b := range p.basis {
				gain -= cost[b] * p.rows[i][k]
			}
			if gain > 1e-7 {
				enter = k
			}
		}
		if enter < 0 {
			break
		}
		leave, least := -1, 0.0
		for i, row := range p.rows {
			if row[enter] <= tiny {
				continue
			}
			ratio := row[p.n] / row[enter]
			if leave < 0 || ratio < least-tiny || ratio < least+tiny && p.basis[i] < p.basis[leave] {
				leave, least = i, ratio
			}
		}
		if leave < 0 {
			return math.Inf(1), false
		}
		p.pivot(leave, enter)
	}
	sum := 0.0
	for i, b := range p.basis {
		sum += cost[b] * p.rows[i][p.n]
	}
	return sum, true
}
