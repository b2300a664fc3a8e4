package charts

import (
	"fmt"
	"image/color"
	"math"
)

// rgb returns an opaque colour from its hexadecimal number, 0xRRGGBB.
func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// hex returns the colour as #rrggbb.
func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// linear returns the three channels as light, 0 to 1: the inverse of the sRGB
// transfer function (IEC 61966-2-1).
func linear(c color.RGBA) [3]float64 {
	var l [3]float64
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		s := float64(v) / 255
		if s <= 0.04045 {
			l[i] = s / 12.92
		} else {
			l[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return l
}

// Contrast returns the contrast ratio of two colours, 1 to 21, as WCAG 2.1
// defines it.
func Contrast(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.RGBA) float64 {
	l := linear(c)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// inkOn returns white or black, whichever reads better on the ground. One of
// the two always has a contrast of at least 4.58.
func inkOn(ground color.RGBA) color.RGBA {
	white, black := rgb(0xffffff), rgb(0x000000)
	if Contrast(white, ground) >= Contrast(black, ground) {
		return white
	}
	return black
}

// Vision is a way of seeing colours.
type Vision uint8

// The kinds of colour vision that colours are checked for.
const (
	NormalVision Vision = iota
	Deuteranopia
	Protanopia
	Tritanopia
)

// visions lists them all.
func visions() []Vision {
	return []Vision{NormalVision, Deuteranopia, Protanopia, Tritanopia}
}

// String returns the name of the vision.
func (v Vision) String() string {
	return [...]string{"normal vision", "deuteranopia", "protanopia", "tritanopia"}[v]
}

// simulate returns the light that someone with the vision perceives: the
// matrices for severity 1 of Machado, Oliveira and Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency" (2009).
func (v Vision) simulate(l [3]float64) [3]float64 {
	var m [3][3]float64
	switch v {
	case Deuteranopia:
		m = [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}
	case Protanopia:
		m = [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}
	case Tritanopia:
		m = [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
	default:
		return l
	}
	var out [3]float64
	for i := range m {
		out[i] = min(1, max(0, m[i][0]*l[0]+m[i][1]*l[1]+m[i][2]*l[2]))
	}
	return out
}

// Distance returns how different two colours look to the vision: the CIE 1976
// distance in L*a*b* under D65, where 20 is easily told apart.
func Distance(a, b color.RGBA, v Vision) float64 {
	p, q := lab(v.simulate(linear(a))), lab(v.simulate(linear(b)))
	return math.Sqrt(sq(p[0]-q[0]) + sq(p[1]-q[1]) + sq(p[2]-q[2]))
}

func sq(x float64) float64 { return x * x }

// lab converts light to CIE L*a*b* with the D65 white point.
func lab(l [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*l[0] + 0.3575761*l[1] + 0.1804375*l[2]) / 0.95047)
	y := f(0.2126729*l[0] + 0.7151522*l[1] + 0.0721750*l[2])
	z := f((0.0193339*l[0] + 0.1191920*l[1] + 0.9503041*l[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
