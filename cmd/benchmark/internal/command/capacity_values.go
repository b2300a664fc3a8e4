package command

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"benchmark/analysis/staffing"
)

// span is a flag for a length of time, kept in hours: 30s, 10m or 1h30m.
type span float64

// String returns the time as it is typed.
func (s *span) String() string { return typedSpan(float64(*s)) }

func typedSpan(hours float64) string {
	d := time.Duration(hours * float64(time.Hour)).Round(time.Millisecond).String()
	if strings.HasSuffix(d, "m0s") {
		d = strings.TrimSuffix(d, "0s")
	}
	if strings.HasSuffix(d, "h0m") {
		d = strings.TrimSuffix(d, "0m")
	}
	return d
}

// Type returns the word for the value in the help.
func (s *span) Type() string { return "time" }

// Set takes a time with its unit.
func (s *span) Set(text string) error {
	d, err := time.ParseDuration(strings.NewReplacer("min", "m", " ", "", ",", ".").Replace(text))
	if err != nil || d < 0 {
		return fmt.Errorf("%q is no time: give one with its unit, such as 30s, 10m or 1h", text)
	}
	*s = span(d.Hours())
	return nil
}

// part is a flag for a share, kept as a proportion: 0.3, 30% or 30.
type part float64

// String returns the proportion.
func (p *part) String() string { return strconv.FormatFloat(float64(*p), 'f', -1, 64) }

// Type returns the word for the value in the help.
func (p *part) Type() string { return "share" }

// Set takes a proportion or a percentage.
func (p *part) Set(text string) error {
	x, ok := parsePart(text)
	if !ok {
		return fmt.Errorf("%q is no share: give one such as 0.3, or 30%%", text)
	}
	*p = part(x)
	return nil
}

// parsePart reads a proportion or, above 1 or with its sign, a percentage.
func parsePart(text string) (float64, bool) {
	number, percent := strings.CutSuffix(strings.TrimSpace(text), "%")
	number = strings.Replace(strings.TrimSpace(number), ",", ".", 1)
	x, err := strconv.ParseFloat(number, 64)
	if err == nil && (percent || x > 1) {
		x, err = strconv.ParseFloat(number+"e-2", 64)
	}
	return x, err == nil && x >= 0 && x <= 1
}

// promise is a flag for a service level: 80/30s, or 80% in 30 s.
type promise staffing.Promise

// String returns the service level as it is typed.
func (p *promise) String() string {
	return strconv.FormatFloat(p.Share*100, 'f', -1, 64) + "/" + typedSpan(p.Within)
}

// Type returns the word for the value in the help.
func (p *promise) Type() string { return "share/time" }

// Set takes a share and a time.
func (p *promise) Set(text string) error {
	share, within, ok := strings.Cut(text, "/")
	x, isPart := parsePart(share)
	var s span
	if err := s.Set(within); !ok || !isPart || err != nil {
		return fmt.Errorf("%q is no service level: give the share and the time, such as 80/30s", text)
	}
	if x <= 0 || x >= 1 {
		return fmt.Errorf("%s can't be promised: give more than 0 and less than 100%%, such as 80/30s", text)
	}
	*p = promise{Share: x, Within: float64(s)}
	return nil
}

// perHour is a flag for one volume per hour, or three of them from low to high.
type perHour []staffing.Volume

// String returns the volumes as they are typed.
func (v *perHour) String() string {
	texts := make([]string, len(*v))
	for i := range *v {
		texts[i] = strconv.FormatFloat((*v)[i].PerHour, 'f', -1, 64)
	}
	return strings.Join(texts, "/")
}

// Type returns the word for the value in the help.
func (v *perHour) Type() string { return "number" }

// Set takes one number, or three with slashes.
func (v *perHour) Set(text string) error {
	levels := []staffing.Level{staffing.Typical}
	texts := strings.Split(text, "/")
	if len(texts) == 3 {
		levels = []staffing.Level{staffing.Low, staffing.Typical, staffing.High}
	}
	var all perHour
	const most = 100_000
	for i, t := range texts {
		x, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(t), ",", ".", 1), 64)
		if len(texts) != len(levels) || err != nil || !(x > 0 && x <= most) || i > 0 && x < all[i-1].PerHour {
			return fmt.Errorf("%q is no number per hour: give one such as 2, or a low, a usual and a high one such as 1/2/4", text)
		}
		all = append(all, staffing.Volume{Level: levels[i], PerHour: x})
	}
	*v = all
	return nil
}

// growth is a flag for how much a volume grows each year: 1.5, 50% or 50%/year, or
// three of them.
type growth staffing.Growth

// String returns the growth as it is typed.
func (g *growth) String() string {
	factor := func(x float64) string { return strconv.FormatFloat(x, 'g', 3, 64) }
	if g.Low == g.High {
		return factor(g.Yearly)
	}
	return factor(g.Low) + "/" + factor(g.Yearly) + "/" + factor(g.High)
}

// Type returns the word for the value in the help.
func (g *growth) Type() string { return "rate" }

// Set takes one rate, or three with slashes from low to high.
func (g *growth) Set(text string) error {
	typed := strings.ToLower(strings.TrimSpace(text))
	for _, end := range []string{"/year", "/jaar"} {
		typed = strings.TrimSuffix(typed, end)
	}
	texts := strings.Split(typed, "/")
	var rates []float64
	for _, t := range texts {
		number, percent := strings.CutSuffix(strings.TrimSpace(t), "%")
		x, err := strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
		if percent {
			x = 1 + x/100
		}
		const least, most = 0.1, 10
		if err != nil || !(x >= least && x <= most) || len(rates) > 0 && x < rates[len(rates)-1] {
			rates = nil
			break
		}
		rates = append(rates, x)
	}
	switch len(rates) {
	case 1:
		g.Low, g.Yearly, g.High = rates[0], rates[0], rates[0]
	case 3:
		g.Low, g.Yearly, g.High = rates[0], rates[1], rates[2]
	default:
		return fmt.Errorf("%q is no growth: give a factor such as 1.5, a percentage such as 20%%/year, or a low, a usual and a high one such as 1/1.2/1.5", text)
	}
	return nil
}

var (
	_ pflag.Value = (*growth)(nil)
	_ pflag.Value = (*span)(nil)
	_ pflag.Value = (*part)(nil)
	_ pflag.Value = (*promise)(nil)
	_ pflag.Value = (*perHour)(nil)
)
