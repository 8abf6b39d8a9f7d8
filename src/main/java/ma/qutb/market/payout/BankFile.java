package ma.qutb.market.payout;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.qutb.shell.Formats;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The pending transfers of a run for the bank: ISO 20022 {@code pain.001.001.03}, which banks of the country take, and the same as CSV
 * for whoever types it. Amounts in dirhams with a point; the end-to-end reference is the payout's number.
 */
@Component
class BankFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";

    private final Clock clock;
    private final String payer;
    private final String account;

    BankFile(
            Clock clock,
            @Value("${qutb.market.seller.name}") String payer,
            @Value("${qutb.market.bank-rib}") String account) {
        this.clock = clock;
        this.payer = payer.isBlank() ? "Qutb" : payer;
        this.account = account.replaceAll("[^0-9]", "");
    }

    /** Whether the pole's own account is set: without it a bank takes no file. */
    boolean ready() {
        return account.matches("[0-9]{24}");
    }

    static List<Payout> transfers(List<Payout> payouts) {
        return payouts.stream()
                .filter(it -> it.method() == Payout.Method.TRANSFER && it.state() == Payout.State.PENDING)
                .toList();
    }

    String xml(UUID run, List<Payout> payouts) {
        var transfers = transfers(payouts);
        var sum = dirhams(transfers.stream().mapToLong(Payout::net).sum());
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            open(xml, "CstmrCdtTrfInitn", "GrpHdr");
            leaf(xml, "MsgId", run.toString().replace("-", ""));
            leaf(
                    xml,
                    "CreDtTm",
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(clock.instant()
                            .atZone(Formats.ZONE)
                            .toLocalDateTime()
                            .truncatedTo(ChronoUnit.SECONDS)));
            leaf(xml, "NbOfTxs", String.valueOf(transfers.size()));
            leaf(xml, "CtrlSum", sum);
            party(xml, "InitgPty", payer);
            xml.writeEndElement();
            open(xml, "PmtInf");
            leaf(xml, "PmtInfId", run.toString().substring(0, 30).replace("-", ""));
            leaf(xml, "PmtMtd", "TRF");
            leaf(xml, "NbOfTxs", String.valueOf(transfers.size()));
            leaf(xml, "CtrlSum", sum);
            leaf(xml, "ReqdExctnDt", LocalDate.now(clock).toString());
            party(xml, "Dbtr", payer);
            account(xml, "DbtrAcct", new Rib(account).iban());
            open(xml, "DbtrAgt", "FinInstnId", "Othr");
            leaf(xml, "Id", "NOTPROVIDED");
            close(xml, 3);
            for (var it : transfers) {
                transfer(xml, it);
            }
            close(xml, 3);
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the bank's file", e);
        }
    }

    private static void transfer(XMLStreamWriter xml, Payout it) throws XMLStreamException {
        open(xml, "CdtTrfTxInf", "PmtId");
        leaf(xml, "EndToEndId", it.said());
        xml.writeEndElement();
        open(xml, "Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "MAD");
        xml.writeCharacters(dirhams(it.net()));
        close(xml, 2);
        party(xml, "Cdtr", String.valueOf(it.holder()));
        account(xml, "CdtrAcct", new Rib(String.valueOf(it.rib())).iban());
        open(xml, "RmtInf");
        leaf(xml, "Ustrd", it.said());
        close(xml, 2);
    }

    /** Semicolons, as spreadsheets of the country expect; nothing in it is taken for a formula. */
    String csv(List<Payout> payouts) {
        var text = new StringBuilder("\uFEFFreference;holder;rib;amount;currency\r\n");
        for (var it : transfers(payouts)) {
            text.append(it.said()).append(';');
            text.append('"')
                    .append(safe(String.valueOf(it.holder())).replace("\"", "\"\""))
                    .append("\";");
            // An apostrophe keeps twenty-four digits from becoming a rounded number.
            text.append("\"'").append(it.rib()).append("\";");
            text.append(dirhams(it.net())).append(";MAD\r\n");
        }
        return text.toString();
    }

    private static String safe(String text) {
        return text.matches("^[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    private static String dirhams(long centimes) {
        return BigDecimal.valueOf(centimes, 2).toPlainString();
    }

    private static void party(XMLStreamWriter xml, String what, String name) throws XMLStreamException {
        open(xml, what);
        leaf(xml, "Nm", name.substring(0, Math.min(70, name.length())));
        xml.writeEndElement();
    }

    private static void account(XMLStreamWriter xml, String what, String iban) throws XMLStreamException {
        open(xml, what, "Id");
        leaf(xml, "IBAN", iban);
        close(xml, 2);
    }

    private static void open(XMLStreamWriter xml, String... names) throws XMLStreamException {
        for (var name : names) {
            xml.writeStartElement(name);
        }
    }

    private static void close(XMLStreamWriter xml, int times) throws XMLStreamException {
        for (int i = 0; i < times; i++) {
            xml.writeEndElement();
        }
    }

    private static void leaf(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
