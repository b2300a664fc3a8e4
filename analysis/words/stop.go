package words

// The stop words: words that say something about other words, and nothing by
// themselves. In lower case and without accents. Words that deny are not among
// them; see denialOf.
const dutchStops = `
	de het een deze dit die dat dezen diens
	ik jij je u gij hij zij ze wij we jullie men mij me jou hem haar hen hun ons
	mijn jouw uw zijn onze mezelf jezelf uzelf zichzelf zich elkaar iemand niemand iets niets alles
	ieder iedere iedereen elk elke al alle allen beide beiden sommige enige enkele verschillende diverse
	wat wie welk welke wiens waar wanneer hoe waarom waarmee waardoor waarin waarop waarvan waarbij
	er hier daar ergens nergens overal hierin hierbij hierdoor hiermee daarin daarbij daardoor daarmee daarom daarna ervoor ervan erop erbij erin
	aan achter af behalve beneden bij binnen boven buiten dankzij door in met na naar naast om onder op over
	per richting sinds te ten ter tegen tijdens toe tot tussen uit van vanaf vanuit vanwege via volgens voor voorbij wegens
	en of maar want dus doch als dan zoals omdat doordat zodat opdat zodra terwijl tenzij mits hoewel indien zolang totdat voordat nadat ofwel
	ben bent is was waren wees geweest heb hebt heeft hebben had hadden gehad
	word wordt worden werd werden geworden kan kun kunt kunnen kon konden gekund
	zal zul zult zullen zou zouden moet moeten moest moesten mag mogen mocht mochten
	wil wilt willen wilde wilden wou hoef hoeft hoeven ga gaat gaan ging gingen gegaan
	kom komt komen kwam kwamen doe doet doen deed deden gedaan laat laten liet lieten gelaten
	blijf blijft blijven bleef bleven lijkt lijken blijkt blijken schijnt
	nog nou nu weer wel eens even ook zo zo'n heel hele erg zeer best nogal redelijk vrij echt echte eigenlijk
	toch alleen enkel slechts juist zelfs zelf al reeds pas toen straks soms vaak meestal vooral misschien wellicht
	meer meest veel vele hoor ja nee ok oke enz etc dergelijke zulk zulke ander andere anders
	bijv bijvoorbeeld namelijk oftewel ongeveer bijna eraan ertoe eruit
`

const englishStops = `
	the a an this that these those such
	i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
	myself yourself himself herself itself ourselves yourselves themselves one ones someone anyone everyone nobody
	something anything everything nothing each every all both some any either other others another same
	what which who whom whose where when why how whether
	about above across after against along among around as at before behind below beneath beside between beyond by
	down during except for from in inside into like near of off on onto out outside over past per since
	than through throughout till to toward towards under until up upon via with within
	and or but if because so while although though unless yet then else therefore however
	am is are was were be been being have has had having do does did doing done
	will would shall should can could may might must ought let lets get gets got getting
	go goes going went gone come comes came seem seems seemed
	there here again also already even ever just only merely very quite rather really too still more most much many few
	own yes ok okay etc eg ie perhaps maybe often sometimes mostly
`
