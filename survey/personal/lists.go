package personal

import (
	"strings"
	"sync"
)

// The lists below are short and our own: the commonest names in the Netherlands and
// among English speakers that come to mind, in lower case and without accents. That
// a name is common is a fact; the lists of the Meertens Instituut and the SVB served
// to check a few, and nothing was copied from them.
var (
	// firstNames are first names that are no everyday word.
	firstNames = set(`aad aart abdel abdullah achmed adam adriaan adrie agnes ahmed aisha albert alex alexander ali alice alicia
amber amina amir amy an andre andrea andreas andrew angela angelique anita anja anke ann anna anne annelies annemarie annemiek annet annette
annie anouk anthony anton antoinette antoon antonia arie arjan arjen arno arnold arthur astrid ayse barbara bart bas bastiaan beatrix
ben benjamin bernadette bernard bert bertus betty bianca bjorn bob bram brenda brian britt carla carlijn carlo carmen carolien carolina
caroline cas catharina cathy cees celine chantal charles charlotte chris christa christel christian christina christine christopher claire claudia cor corine
cornelia cornelis corrie corry daan daniel daniella danielle danny daphne dave david debbie deborah demi denise dennis diana dick diederik
dimitri dirk donald donna dorien dorothy dylan eddy edith edward edwin eefje eelco elena elisabeth elise eliza elizabeth
ella ellen els elsbeth elske emiel emily emma emre eric erica erik erika ernst erwin esmee esther eva evelien evert ewout eveline fabian
farah fatima fatma feike femke ferdinand fien fiona fleur floor floris fons frans franciscus francisca frank fred frederik
freek frits gea geert geertje george gerard gerben gerda gerrie gerrit gert gertjan gijs gilbert gina giovanni greet greetje gregory greta
guido gus guus guusje haico hanna hannah hanneke hannie hans harm harold harrie harry hassan heidi heleen helen helena helga hendrik hendrika henk
hennie henny henri herman hetty hilde huib hugo hubert huub ibrahim ilona ilse inez inge ingeborg ingrid irene iris irma isa isabel isabelle
ivo jaap jacco jack jackie jacob jacqueline jacques jaco jacob jaimy jake james jamie jan jane janet janine janna janneke jannie janny jantje
jasmijn jasper jayden jean jeanette jeannette jeffrey jelle jelmer jennifer jenny jeroen jerome jesse jessica jet jill jim jimmy jo joan joanna job jochem joey
johan johanna johannes john johnny jolanda jolijn jonas jonathan joop joost jordi jordy joris jorien jos jose josef joseph josephine joshua joyce judith jules
julia julian julie julius jurgen jurriaan justin kaj karel karen karin karl kars katarina kate katherine kathleen katja kees kelly ken kenneth kevin
khadija khalid kim kirsten klaas koen koos kristel kristina kyra lana lars laura lauren laurens leen lena lennart leo leon leonie leontien lex lia lianne
lieke lies liesbeth lieve lilian linda lindsay linsey lisa lisanne lisette liza lonneke loes lotte louis louisa louise luc lucas lucia lucy luuk luna lydia
maaike maarten maartje machteld madelon mandy manon marc marcel marco margaret margot margreet margriet maria marian marianne marie
marieke mariette marije marijke marina marinus mario marion marit marja marjan marjo marjolein marjolijn marlies marleen marloes marlou martha
martijn martin martina martine mary mascha mathijs mathilde matthew matthias matthijs maud maurice maurits max mees megan mehmet melanie melissa
menno mia michael michel michelle michiel mieke mien mike mila milan mimoun minke mira miranda miriam mirjam mohamed mohammad mohammed moniek monique murat
mustafa myra myrthe nadia nadine nancy naomi natalie natasja nathalie neeltje nel nelleke nick nicky nico nicolaas nicole niek niels nienke nina noa noah
noel noor noortje nora olaf olga olivia omar onno oscar oskar otto pamela pascal pascalle patricia patrick paul paula pauline peggy peter
petra philip piet pieter pieternel pim quinten rachel rachid ralph ramon raymond rebecca regina reinier remco remy rene renate renee renske
ria riet richard rick rianne riekje rik rika rinus rita rob robbert robert robin roderick roel roeland roelof roger roland ron ronald
ronnie rosa rosalie rosanne roy ruben rudi rudy ruud ryan sabine sabrina said salim sam samantha samira samuel sander sandra sanne sara
sarah sascha saskia sebastiaan selma sem senna serge sharon shirley sibel siebe siem sietske sigrid sil silvia simon simone sjaak sjoerd sjors sofia sofie
sonja sophia sophie stan stef stefan stefanie stella stephan stephanie stephen steven stijn suzan suzanne sven swen sylvia sytske tamara tanja tara teun teunis
thea theo theodora thijs thomas tiemen tim timo timothy tina tineke tjeerd tom tommy ton tonnie tonny toon tracy trudy truus tycho tygo ursula valerie
vera vicky victor victoria vincent vivian walter wendy wesley wessel wiebe wietske willem willemien willemijn wilma wim wout wouter xander yasmin yassin yolanda
youssef yusuf yvette yvon yvonne zeynep zoe abel ada adelheid aleida aletta alida alwin anastasia andries anneloes annelot annelotte annerieke anniek ans
ansje arend ariana ariane ariette arjanne arnoud auke aurora aysel ayub barend bauke bep berend berendina bernhard berry bettina bilal birgit bob boudewijn brechtje brecht brigitte
bruno burak carel carolus caspar cecile cedric ceriel chantalle charlene cindy claas clara claudius conny constance cornelie corne cynthia dagmar dana darius
delano derk dianne diede dieuwke dilara doutzen duco dunja ebru eelke egbert eke elianne elias elif elisa ellemieke elma emine emil enrico erwan
esmeralda evi ewa ezra fadoua fadime fedde fenna ferry filip florian folkert fransje fredrik frederike frederique fouad friso gabriel gabriella gerjan gerrit-jan gerton ghislaine gideon
gina gonda govert gwen gwendolyn gwenda hajar halima hamid hamza harmen hatice hein hedwig heike hella henriette hermien hessel hilda hilke hillie huseyin ida iman ineke ingmar irma isaac ismail
iwan jaantje jada jantine jarno jasmina jelte jeltje jesper jitske joelle joep johnathan jolien jolanthe jolle joke joli jonna jonne joran jort jozef juliette juul karima karlijn karlien
kas kasper katinka kayleigh kelvin klaske klazien koert lambert lammert laurien lea leendert leila lenie lidia lidwien lieneke lieselot lina linde loek lorena lourens lubbert
luca lucinda luit maaijke madelief magda mahmoud malika manuela marcella mareike maren marga margje mariam mariam marielle mariska marijn marjolijne markus marnix marnie marrit
marthe matteo mauro meike meindert melle melvin merel merijn merlijn meryem michaela milou minka moira monica mounir nadja naima nanda nanette naomi natascha nathan niek nikki nicolette nienke nikita
nikolaas nine noud olav olivier omer onur ota patrice petronella philippe pierre pien pieternella quincy quirine raf rafael raisa rashid reinder reinout remko resi
reza rhea ricardo rieke rieneke rini rinske ritsaert robbin rolf romy ronja rosalinde rosemarie rosita rowan rutger rudolf ryanne sacha salma saar safae samir sebastian selim serife sharona
shirin sieger sien sjaak sjoukje sjors soraya stephany steffie sterre steven svenja svetlana sybren tatiana teuntje thirza thom thomas tibor tiffany tineke tinus titia tjalling tjerk
tobias truida tuur ulrike umit vanessa vincenza virginia volkert wanda wanne warner wiebke wieke wieteke wilfred wilhelmina willeke winston wendela wietse xandra xavier yara yassine yasmine ylse ynske
youri yorick yuri zara zwaantje priya djordy inge-marie oliver harriet amelia isla archie alfie freddie chloe phoebe imogen nigel graham ian stuart colin keith derek trevor
gareth alan barry brendan sean liam connor aiden deborah heather hazel gillian fiona bridget eileen maureen shannon stacey tiffany brittany ashley jordan kyle brandon tyler
justin gary larry scott jerry dennis randy vincent bruce bobby philip phillip wayne harold eugene`)
	// doubtful are first names that are everyday words too: a name only where more says so.
	doubtful = set(`wil mark roos hope will art guy rose grace may june april bill frank rich sky fem pleun bo sunny melody joy faith
daisy ivy olive pearl ruby amber jasmijn lente storm vos beer dag mei ad an ben job jet an rik max isa cor cas dick pim jo nel sam sem
stan fleur floor iris luna noor rob roy ton els tara gus don pat sue drew gene dean mike ray kaj bas bart jack harry tom tim lex leen floris linde saar sterre merel ada dana ashley jordan scott ian nine kas lea ans juul raf tuur ezra lies harm christian milan sofia said hazel heather warner yara elias luca`)
	// surnames are surnames that are no everyday word, and those of several words by
	// their last.
	surnames = set(`jansen janssen janssens vries hendriks hendriksen jacobs peters pieters dijkstra meer mulders bosch dekkers vermeulen
heuvel broek brouwers hoekstra bakkers willems willemsen leeuwen gerritsen beek verhoeven schouten martens maas evers heijden dijkman wijk postma
jonker verbeek kramer kuipers kuiper huisman timmermans timmerman smits smeets claessen hermans janse driessen aalbers arts smulders goossens veenstra
zijlstra sijtsma wiersma boersma elzinga feenstra wouters koning konings sanders prins sluis velde berg berge bergen dam dijk wijngaarden peeters
maes claes mertens aerts lambrechts dupont hofman hofstede hoogendoorn groen groot graaf haan hof horst laar linden loon loo ven veen
molenaar mulder muller dekker visser smit smith bakker bos vos kok koster post brouwer schipper scholten schuurman jong boer wit bruin bruijn ruiter
ruijter zwart bouali yilmaz demir kaya ozturk amrani bouzid idrissi haddad hussein khan singh patel chen nguyen johnson williams brown jones miller davis
wilson anderson taylor thomas moore jackson white harris clark lewis robinson walker hall allen wright scott hill adams baker green campbell
mitchell roberts carter phillips evans turner parker collins edwards stewart morris murphy cook rogers morgan cooper peterson reed bailey kelly howard ward cox
richardson watson brooks wood bennett gray hughes price sullivan russell hamilton graham griffin fisher marshall`)
	// plain are surnames that are everyday words: a name only behind a title, a first
	// name, initials or a particle.
	plain = set(`meer bosch maas prins koning broek beek wijk arts dam dijk sluis berg berge bergen groen groot hof ven veen molenaar dekker
visser bakker bos vos kok koster post brouwer schipper jong boer wit bruin ruiter zwart haan linden graaf velde heuvel horst timmerman kuiper
brown white hall hill baker green cook cooper carter turner walker ward price wood fisher marshall miller parker wright thomas scott allen lewis clark
gray reed cox adams bailey brooks watson loon kaya khan loo laar horst post`)
	// particles stand before a surname.
	particles = set(`van de den der het ten ter te 't 's in op von und zu el al ben bin di da dos du la le mac st`)
	// strict are the particles that stand before a surname and hardly before anything else.
	titles = set(`mevrouw mevr mw meneer dhr heer hr mr mrs ms miss dr drs ir ing prof professor wethouder burgemeester mijnheer madame sir`)
	// bound are the titles that are nothing without a name.
	bound = set(`mevr mw dhr hr mr mrs ms dr drs ir prof`)
	// months and other words with a capital that are no surname.
	common = set(`januari februari maart april mei juni juli augustus september oktober november december january february march may june july
august october maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday gemeente provincie
waterschap veiligheidsregio ggd kcc ict whatsapp facebook twitter instagram linkedin youtube chatbot live nederland amsterdam rotterdam utrecht haag bosch-centrum
communicatie publiekszaken digitale agenda wet avg privacy heijn anders paulowna`)
	// stops never are a name behind a title or where someone is introduced.
	stops = set(`de het een en of die dat deze dit is was zijn heeft had kan kon wil wilde zal zou moet mag belt belde mailt mailde appt appte zegt zei vraagt vroeg
weet komt kwam van voor met naar om te in op bij aan uit over niet wel ook maar als dan er nog al zo hier daar ik je jij u hij zij ze we wij jullie ons onze uw mijn
geen alle veel meer the a an and or who that this is was are has had can will would must may says said asks asked from for with to in on at by of not but if then
here there i you he she we they our your my no all many more very quite sure not word glad happy afraid liever aan bij achter wie heer mevrouw meneer gaat ging doet deed`)
	// introducing are phrases behind which a name comes, in lower case and without
	// marks, by their last word.
	introducing = sync.OnceValue(func() map[string][][]string {
		return phrases("mijn naam is", "ik heet", "ik ben", "collega", "groet", "groeten", "groetjes", "gr", "mvg", "contactpersoon", "namens", "tav",
			"t a v", "vraag naar", "naam", "my name is", "i am", "i'm", "regards", "sincerely", "ask for", "colleague", "contact", "ingevuld door", "filled in by", "volgens",
			"volgens collega", "thanks", "dank", "overleg met", "afgestemd met", "besproken met", "spoke with", "talk to")
	})
	// loose are those of them behind which other words come as often, so that a name
	// needs a capital there or is in the list.
	loose = set(`contact namens volgens thanks dank groet groeten gr naam`)

	plateWords = set(`jan feb mrt apr mei jun jul aug sep okt nov dec mar may oct uur min dag wk ma di wo do vr za zo fte km kg`)
	unitWords  = set(`mb gb kb tb km kg cm mm ml kw hz gr ft px pt ad nc bc fc`)
	shortWords = set(`in en of op te is om al er ik je we ze me nu na zo nr as at by to on or an if it no do be us am pm ha pr st uu ca nl eu va ma di wo do vr za zo`)
	noStreets  = set(`onderweg halverweg snelweg vanweg weg arbeidsmarkt markt loopbaan baan ring park hof haven`)
	// bareStreets are endings that are a word of their own: a street only with a capital.
	bareStreets = set(`plein kade laan weg dijk park`)
)

// list is a set of words, made when a word is first looked up.
type list struct {
	text string
	once sync.Once
	made map[string]bool
}

// has reports whether a word is in the list.
func (l *list) has(word string) bool { return l.words()[word] }

// words returns the words.
func (l *list) words() map[string]bool {
	l.once.Do(func() {
		l.made = make(map[string]bool, strings.Count(l.text, " ")+strings.Count(l.text, "\n")+1)
		for word := range strings.FieldsSeq(l.text) {
			l.made[word] = true
		}
	})
	return l.made
}

// set returns the blank-separated words as a set.
func set(words string) *list { return &list{text: words} }

// phrases returns phrases as words, by their last.
func phrases(all ...string) map[string][][]string {
	byLast := make(map[string][][]string)
	for _, phrase := range all {
		words := strings.Fields(phrase)
		last := words[len(words)-1]
		byLast[last] = append(byLast[last], words)
	}
	return byLast
}
