package locale

import "strings"

// The kinds of barrier that there is advice on.
const (
	BarrierCapacity = "capacity"
	BarrierStaff    = "staff"
)

// BarrierKind returns which kind of barrier an option is by its code and wording,
// in Dutch or English: BarrierCapacity, BarrierStaff, or nothing for others.
func BarrierKind(code, label string) string {
	text := strings.ToLower(code + " " + label)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(text, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("capaciteit", "capacity", "menskracht", "bezetting", "staffing"):
		return BarrierCapacity
	case has("medewerker", "personeel", "collega", "staff", "employee", "training", "opleiding"):
		return BarrierStaff
	}
	return ""
}

// Channels lists channels as they stand inside a sentence.
func (w PositionWords) Channels(channels []string) string {
	said := make([]string, len(channels))
	for i, c := range channels {
		said[i] = inSentence(c)
	}
	return w.l.List(said)
}

// AdviceCapacity answers a lack of capacity for a channel.
func (w PositionWords) AdviceCapacity(channels string) string {
	return w.l.pick(
		"U noemt een gebrek aan capaciteit voor "+channels+". Combineer chatten niet met piekwerk, zoals de telefoon of de balie. "+
			"Samen met e-mail of met webcare op sociale media gaat het beter. Een chatbot kan vragen voorbereiden, zodat een gesprek korter duurt.",
		"You name a lack of capacity for "+channels+". Do not combine chat with work that comes in peaks, such as the telephone or the counter. "+
			"Together with e-mail or webcare on social media works better. A chatbot can prepare questions, so that a conversation takes less time.")
}

// AdviceStaff answers staff that are not ready.
func (w PositionWords) AdviceStaff(channels string) string {
	return w.l.pick(
		"Uw medewerkers zijn nog niet klaar voor "+channels+". Goede werkafspraken, training en een kennisbank helpen daarbij.",
		"Your staff are not ready for "+channels+" yet. Good working agreements, training and a knowledge base help.")
}

// AdviceOwner answers webcare that the contact centre does not do, or not alone.
func (w PositionWords) AdviceOwner(owner string) string {
	return w.l.pick(
		"Bij u doet "+w.quoted(owner)+" de webcare. Het klantcontactcentrum (KCC) is de motor van berichten en chat: geef het een hoofdrol. "+
			"De webcare schuift in het land op van Communicatie naar het KCC.",
		"With you "+w.quoted(owner)+" does webcare. The customer contact centre drives messaging and chat: give it the leading part. "+
			"In the country webcare is moving from Communication to the contact centre.")
}

// AdviceStart is for who is about to start with a channel.
func (w PositionWords) AdviceStart(channels string) string {
	return w.l.pick(
		"U begint binnenkort met "+channels+". Leg vooraf vast wie antwoordt, op welke tijden en bij welke vragen u doorverwijst. "+
			"Laat het doen door mensen die ook e-mail of webcare doen, niet door wie aan de telefoon of de balie zit.",
		"You are about to start with "+channels+". Lay down beforehand who answers, at what times and which questions are passed on. "+
			"Let it be done by people who also do e-mail or webcare, not by those at the telephone or the counter.")
}

// AdviceVolume is for who has more contacts than most by a channel.
func (w PositionWords) AdviceVolume(channel string) string {
	channel = inSentence(channel)
	return w.l.pick(
		"U krijgt via "+channel+" meer contacten dan de meeste anderen. Reken na of uw bezetting daarbij past, en laat een chatbot de standaardvragen voorbereiden.",
		"By "+channel+" you get more contacts than most others. Check whether your staffing fits, and let a chatbot prepare the standard questions.")
}

// AdviceSatisfaction is for who is not satisfied with a channel that it uses.
func (w PositionWords) AdviceSatisfaction(channel string) string {
	channel = inSentence(channel)
	return w.l.pick(
		"U bent niet tevreden over "+channel+". Kijk eerst naar de werkafspraken, de kennisbank en met welk werk het wordt gecombineerd.",
		"You are not satisfied with "+channel+". Look first at the working agreements, the knowledge base and the work that it is combined with.")
}

// AdviceNone is for who gave no answer that there is advice on.
func (w PositionWords) AdviceNone() string {
	return w.l.pick("Op uw antwoorden sluit geen advies uit dit onderzoek aan.", "No advice of this study fits your answers.")
}

// AdviceSource says where the advice comes from.
func (w PositionWords) AdviceSource() string {
	return w.l.pick("Het advies volgt uit uw eigen antwoorden en de praktijklessen van het onderzoek van 2018, niet uit een toets.",
		"The advice follows from your own answers and the practical lessons of the 2018 study, not from a test.")
}
