<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation><numerusform>%n picture</numerusform><numerusform>%n pictures</numerusform></translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message numerus="yes">
        <source>%n picture(s) deleted.</source>
        <translation><numerusform>%n picture deleted.</numerusform><numerusform>%n pictures deleted.</numerusform></translation>
    </message>
</context>
<context>
    <name>MeasurementsView</name>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation><numerusform>%n measurement</numerusform><numerusform>%n measurements</numerusform></translation>
    </message>
</context>
<context>
    <name>OriginalityDialog</name>
    <message numerus="yes">
        <source>Nearest of your own pictures, while %n more are looked at…</source>
        <translation><numerusform>Nearest of your own pictures, while %n more is looked at…</numerusform><numerusform>Nearest of your own pictures, while %n more are looked at…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Nearest of your own pictures, of %n</source>
        <translation><numerusform>Nearest of your own pictures, of %n</numerusform><numerusform>Nearest of your own pictures, of %n</numerusform></translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation><numerusform>%n second left</numerusform><numerusform>%n seconds left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation><numerusform>%n minute left</numerusform><numerusform>%n minutes left</numerusform></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%1: %n not good enough.</source>
        <translation><numerusform>%1: %n not good enough.</numerusform><numerusform>%1: %n not good enough.</numerusform></translation>
    </message>
</context>
<context>
    <name>ScanPreview</name>
    <message numerus="yes">
        <source>%n frame(s) recorded</source>
        <translation><numerusform>%n frame recorded</numerusform><numerusform>%n frames recorded</numerusform></translation>
    </message>
</context>
</TS>