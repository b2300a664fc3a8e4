package contrast

import (
	"math"
	"testing"
)

// near fails unless got is within a relative tolerance of want.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Max(math.Abs(want), 1e-300)) {
		t.Errorf("%s = %.16g, want %.16g", what, got, want)
	}
}

// school is a group of schools with the same answers: type E, H or M (0 to 2),
// and school-wide growth target met, comparable improvement target met, awards.
type school struct {
	kind                    int
	schwide, compimp, award int
	n                       int
}

// schools are the categorical variables of apistrat in the R package survey, in 11
// counts.
var schools = []school{
	{0, 0, 0, 0, 7}, {1, 0, 0, 0, 23}, {2, 0, 0, 0, 15}, {0, 1, 0, 0, 18}, {1, 1, 0, 0, 10},
	{2, 1, 0, 0, 11}, {0, 0, 1, 0, 2}, {1, 0, 1, 0, 1}, {0, 1, 1, 1, 73}, {1, 1, 1, 1, 16}, {2, 1, 1, 1, 24},
}

// stratified returns the table of the cells, numbered by cell, of the schools as a
// stratified sample: weights N/n, and the covariance of the shares
// Σ_h (N_h/N)² (1-f)/(n-1) (diag(p_h) - p_h p_h').
func stratified(rows, columns int, cell func(school) int) (Cells, []int) {
	population := []float64{4421, 755, 1018}
	k := rows * columns
	c := Cells{Rows: rows, Columns: columns, Share: make([]float64, k), Covariance: make([]float64, k*k), N: 200, DF: 197}
	counts := make([]int, k)
	for h, size := range population {
		in, n := make([]float64, k), 0.0
		for _, s := range schools {
			if s.kind == h {
				in[cell(s)] += float64(s.n)
				n += float64(s.n)
				counts[cell(s)] += s.n
			}
		}
		w := size / 6194
		for a := range k {
			c.Share[a] += w * in[a] / n
			for b := range k {
				v := -in[a] / n * in[b] / n
				if a == b {
					v += in[a] / n
				}
				c.Covariance[a*k+b] += w * w * (1 - n/size) / (n - 1) * v
			}
		}
	}
	return c, counts
}

func schwideType(s school) int    { return 3*s.schwide + s.kind }
func awardsCompimp(s school) int  { return 2*s.award + s.compimp }
func awardsType(s school) int     { return 3*s.award + s.kind }
func schwideCompimp(s school) int { return 2*s.schwide + s.compimp }

// R 4.2.2, survey 4.1-1, on apistrat with the weights N/n in full precision:
// svychisq(formula, design, statistic = "F", "Chisq", "Wald", "adjWald").
// Published with the note's single-precision weights the same tables give F
// 17.24744396, 149.6572942, 14.1694082306 and 47.31773177: 1e-6 apart.
func TestAssociationOfSchools(t *testing.T) {
	for _, c := range []struct {
		name                               string
		rows, columns                      int
		cell                               func(school) int
		published                          float64
		f, df1, df2, p                     float64
		x2, pFirst, wald, pWald, adj, padj float64
	}{
		{"sch.wide x stype", 2, 3, schwideType, 17.24744396,
			17.2474441324057, 1.82867149321823, 360.2482841639912, 2.03504621622428e-07,
			26.75353381498646, 3.232437871568166e-08, 16.13202176839149, 3.249618797002418e-07, 16.05013333301894, 3.505639704441171e-07},
		{"awards x comp.imp", 2, 2, awardsCompimp, 149.6572942,
			149.6572917539875, 1, 197, 5.734157227480284e-26,
			185.8802327970575, 2.06000441660063e-34, 414.0542792755015, 2.592380639025668e-50, 414.0542792755015, 2.592380639025668e-50},
		{"awards x stype", 2, 3, awardsType, 14.1694082306,
			14.16940823058411, 1.885135880102821, 371.3717683802557, 2.082108523248734e-06,
			19.47965608880284, 7.019467920567636e-07, 14.9443701737184, 9.064592695895474e-07, 14.86851042664368, 9.727957249895111e-07},
		{"sch.wide x comp.imp", 2, 2, schwideCompimp, 47.31773177,
			47.31773177275584, 1, 197, 7.822044598176007e-11,
			57.42167981257609, 6.036368427846229e-12, 51.68334755597268, 1.321507133919036e-11, 51.68334755597268, 1.321507133919036e-11},
	} {
		cells, counts := stratified(c.rows, c.columns, c.cell)
		r := RaoScott(cells, Cautious(counts))
		near(t, c.name+" published F", r.Statistic, c.published, 1e-6)
		near(t, c.name+" F", r.Statistic, c.f, 1e-9)
		near(t, c.name+" df1", r.DF1, c.df1, 1e-9)
		near(t, c.name+" df2", r.DF2, c.df2, 1e-9)
		near(t, c.name+" p", r.P, c.p, 1e-8)
		first := RaoScottFirst(cells, Guard{})
		near(t, c.name+" X2", first.Uncorrected, c.x2, 1e-9)
		near(t, c.name+" first-order p", first.P, c.pFirst, 1e-8)
		wald := Wald(cells, Guard{})
		near(t, c.name+" Wald", wald.Statistic, c.wald, 1e-9)
		near(t, c.name+" Wald p", wald.P, c.pWald, 1e-8)
		adj := AdjustedWald(cells, Guard{})
		near(t, c.name+" adjusted Wald", adj.Statistic, c.adj, 1e-9)
		near(t, c.name+" adjusted Wald p", adj.P, c.padj, 1e-8)
		near(t, c.name+" adjusted Wald df", adj.DF1+adj.DF2, cells.DF+1, 1e-15)
	}
}

// apiclus1, sch.wide x stype: the cells by svymean and svytotal of
// interaction(stype, sch.wide), %.17g, the tests by svychisq (R 4.2.2, survey
// 4.1-1). Wald's test of R is on totals.
func TestAssociationOfClusters(t *testing.T) {
	totals := Cells{
		Rows: 2, Columns: 3, N: 183, DF: 14,
		Share: []float64{406.16395568847656, 101.54098892211914, 270.77597045898438, 4467.8035125732422, 372.31695938110352, 575.3989372253418},
		Covariance: []float64{
			34168.810267647626, -481.2508488401071, -4090.6322151409117, 182153.44628598061, 12271.896645422734, 16121.903436143597,
			-481.2508488401071, 2887.5050930406442, 481.25084884010732, -7700.0135814417181, 2165.6288197804834, -481.25084884010732,
			-4090.6322151409117, 481.25084884010732, 9304.1830775754115, -14918.776314043325, -4652.0915387877039, -3689.58984110749,
			182153.44628598061, -7700.0135814417181, -14918.776314043325, 1379264.9327757477, 27912.549232726225, 89512.65788425997,
			12271.896645422734, 2165.6288197804834, -4652.0915387877039, 27912.549232726225, 17966.698356697343, 11469.811897355894,
			16121.903436143597, -481.25084884010732, -3689.58984110749, 89512.65788425997, 11469.811897355894, 26147.962786979173,
		},
	}
	wald := Wald(totals, Guard{})
	near(t, "Wald", wald.Statistic, 2.401058600602679, 1e-9)
	near(t, "Wald p", wald.P, 0.1268963006023508, 1e-9)
	adj := AdjustedWald(totals, Guard{})
	near(t, "adjusted Wald", adj.Statistic, 2.229554414845345, 1e-9)
	near(t, "adjusted Wald p", adj.P, 0.1470578869012484, 1e-9)

	// Rows E, H, M; columns No, Yes.
	shares := Cells{
		Rows: 3, Columns: 2, N: 183, DF: 14,
		Share: []float64{0.065573770491803282, 0.72131147540983609, 0.016393442622950821, 0.060109289617486336, 0.043715846994535519, 0.092896174863387984},
		Covariance: []float64{
			0.00030304346826422738, -3.1241507782843857e-05, -5.1476430951607387e-05, 4.2764991725404881e-05, -0.00019467720958936033, -6.8413311665820427e-05,
			-3.1241507782843857e-05, 0.0019065157514526238, -0.00020791994564621903, -0.00077676765664015548, -0.00023468915054350475, -0.00065589749083990107,
			-5.1476430951607387e-05, -0.00020791994564621903, 9.2519361327234137e-05, 8.6133969079198611e-05, 6.2502680214053221e-05, 1.8240365977340421e-05,
			4.2764991725404881e-05, -0.00077676765664015548, 8.6133969079198611e-05, 0.00045400054606468428, -2.7640067896358027e-05, 0.00022150821766722578,
			-0.00019467720958936033, -0.00023468915054350475, 6.2502680214053221e-05, -2.7640067896358027e-05, 0.00038624740473686971, 8.2563430783001036e-06,
			-6.8413311665820427e-05, -0.00065589749083990107, 1.8240365977340421e-05, 0.00022150821766722578, 8.2563430783001036e-06, 0.00047630587578285493,
		},
	}
	r := RaoScott(shares, Guard{})
	near(t, "F", r.Statistic, 5.193369541474877, 1e-9)
	near(t, "df1", r.DF1, 1.494639777707455, 1e-9)
	near(t, "df2", r.DF2, 20.92495688790438, 1e-9)
	near(t, "p", r.P, 0.02174746237079692, 1e-9)
	first := RaoScottFirst(shares, Guard{})
	near(t, "X2", first.Uncorrected, 11.94089208074534, 1e-9)
	near(t, "first-order p", first.P, 0.005553263303113219, 1e-9)
	near(t, "V", first.Effect.Value, math.Sqrt(11.94089208074534/183), 1e-9)
}

// R 4.2.2, survey 4.1-1 on apistrat: svyby(~api00, ~awards or ~stype, design,
// svymean, covmat = TRUE), svyttest(api00 ~ awards) and regTermTest(svyglm(api00
// ~ stype), ~stype).
func TestDesignMeansOfSchools(t *testing.T) {
	a, b, ab := 235.15520088775233, 140.57969837242379, -0.29159765960284978
	d := 678.42240561443805 - 633.734911659413
	r := DesignTest(d, math.Sqrt(a+b-2*ab), 197)
	near(t, "t", r.Statistic, 2.303607319821301, 1e-9)
	near(t, "df", r.DF1, 196, 0)
	near(t, "p", r.P, 0.02229352381506124, 1e-9)
	two := DesignMeans([]float64{678.42240561443805, 633.734911659413}, []float64{b, ab, ab, a}, 197)
	near(t, "F of two", two.Statistic, r.Statistic*r.Statistic, 1e-12)
	near(t, "p of two", two.P, r.P, 1e-12)
	three := DesignMeans([]float64{674.43, 625.82, 636.6},
		[]float64{153.32580584652223, 0, 0, 0, 223.1178283011217, 0, 0, 0, 262.91673309009258}, 197)
	near(t, "F", three.Statistic, 3.597972997527953, 1e-9)
	near(t, "df2", three.DF2, 195, 0)
	near(t, "p", three.P, 0.02921200312445017, 1e-9)
}
