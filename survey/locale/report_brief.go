package locale

// BriefHeading stands over the line on every question of a brief report.
func (r ReportWords) BriefHeading() string {
	return r.l.pick("Per vraag: wat het meest voorkomt", "Question by question: what is commonest")
}

// BriefMore says where the rest of a brief report is.
func (r ReportWords) BriefMore() string {
	return r.l.pick("Alle tabellen met marges: zonder --brief, of één vraag met --question. Hoe het bestand is gelezen: benchmark inspect.",
		"All tables with their margins: without --brief, or one question with --question. How the file was read: benchmark inspect.")
}
