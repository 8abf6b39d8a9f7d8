package ma.qutb.documents.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What PDF/A-2u asks of a document besides its pages: what it is, in which language, and what its colours mean. */
record ArchivalMarks(String title, String language, Instant printed) {

    private static final String PRODUCER = "Qutb";
    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    void put(PDDocument document) throws IOException {
        document.setVersion(1.7f);
        document.setDocumentInformation(information());
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language);
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(metadata())));
        catalog.addOutputIntent(standardColours(document));
        var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.setDocumentId(seedOfIdentity());
    }

    private PDDocumentInformation information() {
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer(PRODUCER);
        information.setCreationDate(date());
        information.setModificationDate(date());
        return information;
    }

    private byte[] metadata() throws IOException {
        try {
            var metadata = XMPMetadata.createXMPMetadata();
            var identification = metadata.createAndAddPDFAIdentificationSchema();
            identification.setPart(2);
            identification.setConformance("U");
            var core = metadata.createAndAddDublinCoreSchema();
            core.setTitle(title);
            core.addLanguage(language);
            var basic = metadata.createAndAddXMPBasicSchema();
            basic.setCreateDate(date());
            basic.setModifyDate(date());
            metadata.createAndAddAdobePDFSchema().setProducer(PRODUCER);
            var xml = new ByteArrayOutputStream();
            new XmpSerializer().serialize(metadata, xml, true);
            return xml.toByteArray();
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("The metadata cannot be written", e);
        }
    }

    private static PDOutputIntent standardColours(PDDocument document) throws IOException {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        var name = "sRGB IEC61966-2.1";
        intent.setInfo(name);
        intent.setOutputCondition(name);
        intent.setOutputConditionIdentifier(name);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    /** PDF writes no finer than seconds. */
    private Calendar date() {
        var date = GregorianCalendar.from(
                Instant.ofEpochSecond(printed.getEpochSecond()).atZone(ZONE));
        date.setLenient(false);
        return date;
    }

    private long seedOfIdentity() {
        var sum = new CRC32();
        sum.update((title + printed).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
