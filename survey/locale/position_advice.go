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

// ChatChannel reports whether people chat by a channel, by its name: what the study
// of 2018 found on work that goes with chat is about those alone. A chatbot is none.
func ChatChannel(channel string) bool {
	name := strings.ToLower(channel)
	if strings.Contains(name, "bot") {
		return false
	}
	for _, word := range []string{"chat", "whatsapp", "messenger", "messaging", "signal", "telegram", "sms"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// Channels lists channels as they stand inside a sentence.
func (w PositionWords) Channels(channels []string) string {
	said := make([]string, len(channels))
	for i, c := range channels {
		said[i] = inSentence(c)
	}
	return w.l.List(said)
}

// AdviceBarrier names the own answer that an advice on a barrier follows from.
func (w PositionWords) AdviceBarrier(label, channels string) string {
	return w.l.pick("U noemt "+w.quoted(label)+" als belemmering voor "+channels+".", "You name "+w.quoted(label)+" as a barrier to "+channels+".")
}

// AdviceCapacity answers a lack of capacity.
func (w PositionWords) AdviceCapacity() string {
	return w.l.pick("Een chatbot kan vragen voorbereiden, zodat een gesprek korter duurt.",
		"A chatbot can prepare questions, so that a conversation takes less time.")
}

// AdviceStaff answers staff that are not ready.
func (w PositionWords) AdviceStaff() string {
	return w.l.pick("Goede werkafspraken, training en een kennisbank helpen daarbij.",
		"Good working agreements, training and a knowledge base help.")
}

// AdviceCombine says which work goes with chat and which does not.
func (w PositionWords) AdviceCombine() string {
	return w.l.pick("Combineer chatten niet met werk dat in pieken komt, zoals de telefoon of de balie. Met e-mail of met webcare op sociale media gaat het beter samen.",
		"Do not combine chat with work that comes in peaks, such as the telephone or the counter. It goes better together with e-mail or webcare on social media.")
}

// AdviceStart is for who is about to start with a channel.
func (w PositionWords) AdviceStart(channels string) string {
	return w.l.pick("U begint zeker of zeer waarschijnlijk met "+channels+". Leg vooraf vast wie antwoordt, op welke tijden en bij welke vragen u doorverwijst.",
		"You surely or very likely start with "+channels+". Lay down beforehand who answers, at what times and which questions are passed on.")
}

// AdviceUses names the own answer of who uses chat channels.
func (w PositionWords) AdviceUses(channels string) string {
	return w.l.pick("U gebruikt "+channels+".", "You use "+channels+".")
}

// AdviceVolume is for who has more contacts by a channel than most.
func (w PositionWords) AdviceVolume(channel, number, unit string) string {
	channel = inSentence(channel)
	return w.l.pick(
		"U krijgt via "+channel+" "+number+" "+unit+", meer dan de meeste anderen. Reken na of uw bezetting daarbij past, en laat een chatbot de standaardvragen voorbereiden.",
		"You get "+number+" "+unit+" by "+channel+", more than most others. Check whether your staffing fits, and let a chatbot prepare the standard questions.")
}

// AdviceSatisfaction answers an answer that is not satisfied, which comes before it.
func (w PositionWords) AdviceSatisfaction() string {
	return w.l.pick("Kijk eerst naar de werkafspraken, de kennisbank en het werk waarmee u het combineert.",
		"Look first at the working agreements, the knowledge base and the work that it is combined with.")
}

// AdviceOwner answers who does webcare, which comes before it; mixed is for who does
// it with the contact centre among them.
func (w PositionWords) AdviceOwner(mixed bool) string {
	if mixed {
		return w.l.pick("Spreek af wie het eerst antwoordt en wie de regie heeft. In het onderzoek van 2018 was het klantcontactcentrum (KCC) de motor van berichten en chat.",
			"Agree on who answers first and who is in charge. In the study of 2018 the customer contact centre drove messaging and chat.")
	}
	return w.l.pick("Kijk of het klantcontactcentrum (KCC) een hoofdrol kan krijgen. In het onderzoek van 2018 was het KCC de motor van berichten en chat, en verschoof de webcare van Communicatie naar het KCC.",
		"See whether the customer contact centre can take the leading part. In the study of 2018 it drove messaging and chat, and webcare was moving from Communication to the contact centre.")
}

// AdviceOf names the own answers that an advice of the codebook follows from, and
// gives it.
func (w PositionWords) AdviceOf(question string, answers []string, advice string) string {
	said := make([]string, len(answers))
	for i, a := range answers {
		said[i] = w.quoted(a)
	}
	return w.l.pick("Bij "+w.quoted(question)+" antwoordde u "+w.l.List(said)+". ", "To "+w.quoted(question)+" you answered "+w.l.List(said)+". ") + advice
}

// AdviceNone is for who gave no answer that there is advice on.
func (w PositionWords) AdviceNone() string {
	return w.l.pick("Bij uw antwoorden hoort geen advies uit dit onderzoek.", "No advice of this study goes with your answers.")
}

// AdviceSource says where the advice comes from: the practical lessons of the study
// of 2018, those who made this survey, or both.
func (w PositionWords) AdviceSource(lessons, codebook bool) string {
	switch {
	case lessons && codebook:
		return w.l.pick("Elk advies volgt uit een eigen antwoord. Het komt van de makers van dit onderzoek of uit de praktijklessen van het onderzoek van 2018, en is niet getoetst.",
			"Each advice follows from an own answer. It comes from those who made this survey or from the practical lessons of the study of 2018, and was not tested.")
	case codebook:
		return w.l.pick("Elk advies volgt uit een eigen antwoord en komt van de makers van dit onderzoek.", "Each advice follows from an own answer and comes from those who made this survey.")
	}
	return w.l.pick("Elk advies volgt uit een eigen antwoord. Het komt uit de praktijklessen van het onderzoek van 2018 en is niet getoetst.",
		"Each advice follows from an own answer. It comes from the practical lessons of the study of 2018, and was not tested.")
}
