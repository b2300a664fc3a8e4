package disclosure

import (
	"math"
	"slices"
)

// Program is a linear program: numbers from zero of which some sums are known. It is
// solved by the simplex method: the step that gains most per unit, and after many steps
// Bland's rule (R.G. Bland, New finite pivoting rules for the simplex method, Mathematics
// of Operations Research 2, 1977), with which it ends.
type Program struct {
	// rows are coefficients of the numbers with the sum behind them, and basis the number
	// that each row solves.
	rows  [][]float64
	basis []int
	n     int
}

// What counts as zero in a program of which the sums are about 1, and after how many steps
// Bland's rule is taken and a search ends.
const (
	tiny       = 1e-9
	gains      = 1e-8
	manySteps  = 200
	mostPivots = 2000
)

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
	if p.climb(cost, 0); p.sum(cost) < -1e-6 {
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
			p.pivot(p.rows, i, k)
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
func (p *Program) pivot(rows [][]float64, i, k int) {
	scale := rows[i][k]
	for c := range rows[i] {
		rows[i][c] /= scale
	}
	for r := range rows {
		f := rows[r][k]
		if r == i || f == 0 {
			continue
		}
		for c, x := range rows[i] {
			if x != 0 {
				rows[r][c] -= f * x
			}
		}
		rows[r][k] = 0
	}
	p.basis[i] = k
}

// Most returns the largest that number k can be; infinite where it has no end, or none that
// is found in a reasonable time.
func (p *Program) Most(k int) float64 {
	most, _ := p.reach(k, math.Inf(1))
	return most
}

// Reaches returns numbers that fit of which number k is at least so much; false where it
// is found that there are none.
func (p *Program) Reaches(k int, goal float64) ([]float64, bool) {
	most, numbers := p.reach(k, goal)
	return numbers, most >= goal
}

// reach lets number k rise to a goal, or as far as it can.
func (p *Program) reach(k int, goal float64) (float64, []float64) {
	c, cost := p.clone(), make([]float64, p.n)
	cost[k] = 1
	ends := c.climb(cost, goal)
	numbers := make([]float64, p.n)
	for i, b := range c.basis {
		numbers[b] = c.rows[i][c.n]
	}
	if !ends {
		return math.Inf(1), numbers
	}
	return numbers[k], numbers
}

// sum is the sum of the numbers times cost.
func (p *Program) sum(cost []float64) float64 {
	sum := 0.0
	for i, b := range p.basis {
		sum += cost[b] * p.rows[i][p.n]
	}
	return sum
}

// climb brings the sum of the numbers times cost to a goal or as high as it can be. It is
// false where the sum has no end, or none that is found.
func (p *Program) climb(cost []float64, goal float64) bool {
	gain := append(slices.Clone(cost), 0)
	for i, b := range p.basis {
		for k, x := range p.rows[i] {
			gain[k] -= cost[b] * x
		}
	}
	rows := append(slices.Clone(p.rows), gain)
	for step := range mostPivots {
		enter := p.enter(gain, step > manySteps)
		if enter < 0 || -gain[p.n] >= goal {
			return true
		}
		leave := p.leaves(enter)
		if leave < 0 {
			return false
		}
		p.pivot(rows, leave, enter)
	}
	return false
}

// enter is the number that gains most, or with bland the first that does; -1: none.
func (p *Program) enter(gain []float64, bland bool) int {
	best := -1
	for k, g := range gain[:p.n] {
		if g > gains && (best < 0 || g > gain[best]) {
			if best = k; bland {
				break
			}
		}
	}
	return best
}

// leaves is the row that first comes to zero as a number rises; -1: none.
func (p *Program) leaves(enter int) int {
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
	return leave
}
