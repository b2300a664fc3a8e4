package codebook

import (
	"strings"
	"sync"
	"unicode"
)

// channel is a way in which residents reach an organisation.
type channel struct {
	// name is how it is called in tables, id how in question ids.
	name, id string
	// words by which it is recognised; see has.
	words []string
}

// channels are the contact channels that are known by name. A name that holds
// another comes first.
var channels = sync.OnceValue(func() []channel {
	return []channel{
		{"WhatsApp", "whatsapp", []string{"whatsapp*", "whats app"}},
		{"Facebook Messenger", "messenger", []string{"facebook messenger", "fb messenger", "messenger"}},
		{"Chatbot", "chatbot", []string{"chatbot*", "chat bot*", "le chat bot", "virtuele assistent", "virtual assistant", "digitale assistent", "digital assistant", "assistant virtuel", "virtueller assistent"}},
		{"Live chat", "livechat", []string{"live chat*", "livechat*", "webchat*", "web chat", "chatvenster", "chat op de website", "chat op uw website", "website chat", "chat en direct", "chat en ligne", "tchat", "le chat", "chat window", "chat on your website"}},
		{"Voicebot", "voicebot", []string{"voicebot*", "spraakassistent*", "voice assistant*"}},
		{"Telegram", "telegram", []string{"telegram"}},
		{"Signal", "signal", []string{"signal"}},
		{"Instagram", "instagram", []string{"instagram"}},
		{"Facebook", "facebook", []string{"facebook"}},
		{"X (Twitter)", "x", []string{"x twitter", "x voorheen twitter", "x formerly twitter", "twitter x"}},
		{"Twitter", "twitter", []string{"twitter"}},
		{"LinkedIn", "linkedin", []string{"linkedin", "linked in"}},
		{"YouTube", "youtube", []string{"youtube", "you tube"}},
		{"TikTok", "tiktok", []string{"tiktok", "tik tok"}},
		{"Snapchat", "snapchat", []string{"snapchat"}},
		{"Pinterest", "pinterest", []string{"pinterest"}},
		{"Mastodon", "mastodon", []string{"mastodon"}},
		{"Bluesky", "bluesky", []string{"bluesky"}},
		{"Threads", "threads", []string{"threads"}},
		{"WeChat", "wechat", []string{"wechat"}},
		{"Skype", "skype", []string{"skype"}},
		{"Nextdoor", "nextdoor", []string{"nextdoor"}},
		{"SMS", "sms", []string{"sms", "sms berichten", "text messag*"}},
		{"E-mail", "email", []string{"e mail", "email", "e mails", "courriel*"}},
		{"Videobellen", "video", []string{"videobellen", "beeldbellen", "video call*", "videocall*", "video*"}},
		{"Telefoon", "telephone", []string{"telefoon", "telefonie", "telefonisch*", "telephone", "phone", "telefon", "telefonisch"}},
		{"Contactformulier", "form", []string{"contactformulier*", "webformulier*", "contact form*", "web form*", "kontaktformular*", "formulaire de contact", "formulaire*"}},
		{"Balie", "counter", []string{"balie*", "counter", "front desk", "loket*", "schalter", "guichet*"}},
		{"App", "app", []string{"app", "mobiele app", "mobile app"}},
	}
})

// channelIn returns the channel that a wording is about: the one named first,
// among those that are known and those that the survey itself introduced.
func channelIn(text string, extra []channel) (channel, bool) {
	w := wordsOf(text)
	var best channel
	place := -1
	for _, list := range [...][]channel{channels(), extra} {
		for _, c := range list {
			for _, word := range c.words {
				at := find(w, word)
				if at >= 0 && (place < 0 || at < place) {
					best, place = c, at
				}
			}
		}
	}
	return best, place >= 0
}

// newChannel returns the channel that an adoption question introduces by a name
// that is not known: its longest capitalised word after the first of a
// sentence.
func newChannel(text string) (channel, bool) {
	best := ""
	first := true
	for word := range strings.FieldsSeq(text) {
		name := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		capital := name != "" && unicode.IsUpper([]rune(name)[0])
		if capital && !first && len(name) > len(best) && len(name) > 1 {
			best = name
		}
		first = strings.ContainsAny(word[len(word)-1:], ".?!:")
	}
	if best == "" {
		return channel{}, false
	}
	return channel{name: best, id: slug(best, 24), words: []string{strings.TrimSpace(wordsOf(best))}}, true
}
