package locale

import "testing"

func TestTenths(t *testing.T) {
	tests := []struct {
		p    float64
		want int
		ok   bool
	}{
		{0, 0, true}, {0.004, 0, false}, {1, 10, true}, {0.99, 10, false},
		{0.09, 1, true}, {0.111, 1, false}, {0.19, 2, true}, {0.22, 2, false},
		{0.28, 3, true}, {0.402, 4, true}, {0.505, 5, true}, {0.479, 5, false}, {0.684, 7, true}, {0.72, 7, true}, {0.721, 7, false},
	}
	for _, tt := range tests {
		if n, ok := Tenths(tt.p); ok != tt.ok || ok && n != tt.want {
			t.Errorf("Tenths(%g) = %d, %t, want %d, %t", tt.p, n, ok, tt.want, tt.ok)
		}
	}
}

func TestChartsOfScalesAndChannels(t *testing.T) {
	nl, en := mustFor(t, "nl"), mustFor(t, "en")
	tests := []struct{ got, want string }{
		{nl.ChartSide(true, 3), "Hoogste 3"},
		{en.ChartSide(false, 2), "Lowest 2"},
		{nl.ChartPoints(5, 7), "5–7"},
		{nl.ChartPoints(4, 4), "4"},
		{nl.ChartChanged("klantcontact", "32%", "12%"), "Klantcontact: 32% ziet een stijging, 12% een daling"},
		{en.ChartOwner("KCC", "31%", []string{"WhatsApp", "Live chat"}, []string{"46%", "62%"}),
			"Webcare by ‘KCC’: 31%; among users of WhatsApp 46%, live chat 62%"},
		{nl.ChartNotSplit([]string{"Mengvorm", "Communicatie"}), "Mengvorm of communicatie (niet uitgesplitst)"},
		{en.ChartNotSplit([]string{"A", "B", "C"}), "Not split"},
		{nl.ChartNamedBeside("barriers", "geen tijd", []string{"WhatsApp", "Live chat"}, []string{"59%", "50%"}),
			"‘Geen tijd’ als drempel: 59% voor WhatsApp en 50% voor live chat"},
		{nl.ChartTenfoldTitle("live chat", 4, true), "Live chat: 4 van de 10 organisaties die meededen gebruiken het nu of starten (vrijwel) zeker binnen een jaar"},
		{en.ChartEstimated(en.ChartTenfoldTitle("WhatsApp", 7, false)), "WhatsApp: 7 in 10 organisations use it now (estimate)"},
		{nl.ChartTenths(7), "7 van de 10"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
