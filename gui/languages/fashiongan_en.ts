<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Pictures: %n chosen</source>
        <translation>
            <numerusform>Pictures: %n chosen</numerusform>
            <numerusform>Pictures: %n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n replaced</source>
        <translation>
            <numerusform>, %n replaced</numerusform>
            <numerusform>, %n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportWork</name>
    <message numerus="yes">
        <source>%n file(s) written to</source>
        <translation>
            <numerusform>%n file written to</numerusform>
            <numerusform>%n files written to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesWork</name>
    <message numerus="yes">
        <source>%n picture(s) in the clipboard.</source>
        <translation>
            <numerusform>%n picture in the clipboard.</numerusform>
            <numerusform>%n pictures in the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message numerus="yes">
        <source>%n picture(s) deleted.</source>
        <translation>
            <numerusform>%n picture deleted.</numerusform>
            <numerusform>%n pictures deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n picture(s) were not finished; they go on.</source>
        <translation>
            <numerusform>%n picture was not finished; it goes on.</numerusform>
            <numerusform>%n pictures were not finished; they go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasurementsView</name>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n measurement</numerusform>
            <numerusform>%n measurements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OriginalityDialog</name>
    <message numerus="yes">
        <source>Nearest of your own pictures, while %n more are looked at…</source>
        <translation>
            <numerusform>Nearest of your own pictures, while %n more is looked at…</numerusform>
            <numerusform>Nearest of your own pictures, while %n more are looked at…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearest of your own pictures, of %n</source>
        <translation>
            <numerusform>Nearest of your own pictures, of %n</numerusform>
            <numerusform>Nearest of your own pictures, of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectWork</name>
    <message numerus="yes">
        <source>%n picture(s) came from %1</source>
        <translation>
            <numerusform>%n picture came from %1</numerusform>
            <numerusform>%n pictures came from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n were there already.</source>
        <translation>
            <numerusform>, %n was there already.</numerusform>
            <numerusform>, %n were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%1: %n not good enough.</source>
        <translation>
            <numerusform>%1: %n not good enough.</numerusform>
            <numerusform>%1: %n not good enough.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanPreview</name>
    <message numerus="yes">
        <source>%n frame(s) recorded</source>
        <translation>
            <numerusform>%n frame recorded</numerusform>
            <numerusform>%n frames recorded</numerusform>
        </translation>
    </message>
</context>
</TS>
