package ma.qutb.documents.card;

import static ma.qutb.documents.pdf.TextStyle.arabic;
import static ma.qutb.documents.pdf.TextStyle.latin;

import java.awt.image.BufferedImage;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Anchor;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Ornament;
import ma.qutb.documents.pdf.Sheet;
import ma.qutb.documents.pdf.SheetSize;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.shell.Formats;
import org.jspecify.annotations.Nullable;

/** The two sides of a card, each drawn in 85.6 × 54 mm from the origin. */
record CardSides(CardWords words, PrintMark mark, @Nullable BufferedImage photo, boolean specimen) {

    private static final double WIDTH = SheetSize.CARD.width();
    private static final double HEIGHT = SheetSize.CARD.height();
    private static final double MARGIN = 4.2;
    private static final double EDGE = WIDTH - MARGIN;

    private static final double PHOTO_WIDTH = 20.5;
    private static final double PHOTO_HEIGHT = 25.5;
    private static final double PHOTO_TOP = 17.3;

    /** Right edge of the words beside the photo, and the room they have. */
    private static final double BESIDE = EDGE - PHOTO_WIDTH - 3;

    private static final double ROOM = BESIDE - MARGIN;

    private static final double COLUMN = (EDGE - MARGIN) / 3;

    void front(Sheet sheet) {
        sheet.box(0, 0, WIDTH, HEIGHT, 0, Ink.WHITE);
        specimenBehind(sheet, 30, 40);
        head(sheet);
        picture(sheet);
        names(sheet);
        foot(sheet);
    }

    private void head(Sheet sheet) {
        sheet.box(0, 0, WIDTH, 11.6, 0, Ink.NILA_800);
        sheet.ornament(Ornament.MARK, WIDTH / 2 - 4, 1.9, 8, Ink.WHITE);
        sheet.ornament(Ornament.HEART, WIDTH / 2 - 4, 1.9, 8, Ink.OCHRE_500);
        var room = WIDTH / 2 - 4 - MARGIN - 1.5;
        sheet.textWithin(
                room,
                words.arabic("documents.card.pole"),
                EDGE,
                5.4,
                arabic(Typeface.BOLD, 7, Ink.WHITE),
                Anchor.RIGHT);
        sheet.textWithin(
                room,
                words.arabic("documents.card.place"),
                EDGE,
                9.1,
                arabic(Typeface.TEXT, 5.6, Ink.NILA_300),
                Anchor.RIGHT);
        sheet.textWithin(
                room,
                words.french("documents.card.pole"),
                MARGIN,
                5.3,
                latin(Typeface.BOLD, 6.4, Ink.WHITE),
                Anchor.LEFT);
        sheet.textWithin(
                room,
                words.french("documents.card.place"),
                MARGIN,
                9.1,
                latin(Typeface.TEXT, 5.2, Ink.NILA_300),
                Anchor.LEFT);
        sheet.border(Ornament.LOZENGES, 0, 12.3, WIDTH, 2.6, Ink.NILA_700);
        sheet.line(0, 15.5, WIDTH, 15.5, Ink.OCHRE_500, 0.2);
    }

    private void picture(Sheet sheet) {
        double x = EDGE - PHOTO_WIDTH;
        if (photo == null) {
            sheet.box(x, PHOTO_TOP, PHOTO_WIDTH, PHOTO_HEIGHT, 1.4, Ink.NILA_50);
            sheet.ornament(Ornament.MARK, x + 4, PHOTO_TOP + 6.5, PHOTO_WIDTH - 8, Ink.NILA_100);
        } else {
            sheet.picture(photo, x, PHOTO_TOP, PHOTO_WIDTH, PHOTO_HEIGHT, 1.4);
        }
        sheet.frame(x, PHOTO_TOP, PHOTO_WIDTH, PHOTO_HEIGHT, 1.4, Ink.SAND_400, 0.25);
        if (specimen) {
            sheet.box(x, PHOTO_TOP + PHOTO_HEIGHT - 7.4, PHOTO_WIDTH, 4.6, 0, Ink.POME_500);
            sheet.textWithin(
                    PHOTO_WIDTH - 2,
                    words.label("documents.specimen"),
                    x + PHOTO_WIDTH / 2,
                    PHOTO_TOP + PHOTO_HEIGHT - 4.3,
                    arabic(Typeface.BOLD, 7, Ink.WHITE),
                    Anchor.CENTER);
        }
    }

    private void names(Sheet sheet) {
        var title = words.arabic("documents.card.title", words.gender());
        sheet.text(title, BESIDE, 20.4, arabic(Typeface.TITLE, 9.5, Ink.NILA_700), Anchor.RIGHT);
        sheet.text(
                words.french("documents.card.title", words.gender()),
                MARGIN,
                20.4,
                latin(Typeface.TEXT, 6.6, Ink.NILA_700),
                Anchor.LEFT);
        var name = words.card().name();
        sheet.textWithin(ROOM, name.arabic(), BESIDE, 28, arabic(Typeface.TITLE, 14, Ink.OCHRE_700), Anchor.RIGHT);
        sheet.textWithin(ROOM, name.latin(), BESIDE, 32.6, latin(Typeface.BOLD, 8.4, Ink.TEXT), Anchor.RIGHT);
        var crafts = words.crafts();
        sheet.textWithin(ROOM, crafts.arabic(), BESIDE, 38.2, arabic(Typeface.BOLD, 8, Ink.NILA_800), Anchor.RIGHT);
        sheet.textWithin(ROOM, crafts.latin(), BESIDE, 41.8, latin(Typeface.TEXT, 6.6, Ink.TEXT_QUIET), Anchor.RIGHT);
    }

    private void foot(Sheet sheet) {
        sheet.line(MARGIN, 44.6, EDGE, 44.6, Ink.SAND_400, 0.15);
        fact(sheet, EDGE, "documents.card.category", both(words.category()));
        fact(sheet, EDGE - COLUMN, "documents.card.valid-until", words.validUntil());
        fact(sheet, EDGE - 2 * COLUMN, "documents.card.number", mark.number());
        sheet.box(0, HEIGHT - 1.1, WIDTH, 1.1, 0, Ink.NILA_800);
    }

    private void fact(Sheet sheet, double right, String label, String value) {
        sheet.textWithin(
                COLUMN - 1.5,
                words.label(label),
                right,
                47.6,
                arabic(Typeface.TEXT, 4.8, Ink.TEXT_QUIET),
                Anchor.RIGHT);
        sheet.textWithin(COLUMN - 1.5, value, right, 51, arabic(Typeface.BOLD, 6.6, Ink.TEXT), Anchor.RIGHT);
    }

    void back(Sheet sheet) {
        sheet.box(0, 0, WIDTH, HEIGHT, 0, Ink.WHITE);
        specimenBehind(sheet, 55, 42);
        sheet.border(Ornament.LOZENGES, 0, 1.2, WIDTH, 3.4, Ink.NILA_700);
        sheet.line(0, 5.4, WIDTH, 5.4, Ink.OCHRE_500, 0.2);
        verification(sheet);
        details(sheet);
        sheet.box(0, HEIGHT - 1.1, WIDTH, 1.1, 0, Ink.NILA_800);
    }

    private void verification(Sheet sheet) {
        double side = 24;
        double centre = MARGIN + side / 2;
        sheet.qr(mark.verification(), MARGIN, 8.6, side, Ink.NILA_900);
        sheet.textWithin(
                side,
                words.label("documents.card.scan"),
                centre,
                36.2,
                arabic(Typeface.TEXT, 5.2, Ink.TEXT_QUIET),
                Anchor.CENTER);
        sheet.text(mark.number(), centre, 41, latin(Typeface.BOLD, 7, Ink.TEXT), Anchor.CENTER);
        sheet.textWithin(
                side,
                words.label("documents.card.code"),
                centre,
                44.6,
                arabic(Typeface.TEXT, 4.8, Ink.TEXT_QUIET),
                Anchor.CENTER);
        sheet.text(grouped(mark.shortCode()), centre, 48.4, latin(Typeface.BOLD, 8.4, Ink.NILA_800), Anchor.CENTER);
    }

    private void details(Sheet sheet) {
        double y = 10.4;
        var number = words.card().registerNumber();
        if (number != null) {
            y = detail(sheet, y, "documents.card.register", number);
        }
        y = detail(sheet, y, "documents.card.commune", both(words.card().commune()));
        var issued = Formats.shortDate(mark.issuedAt().atZone(Formats.ZONE).toLocalDate());
        y = detail(sheet, y, "documents.card.issued", issued);
        double left = MARGIN + 24 + 4;
        double room = EDGE - left;
        y = sheet.paragraph(
                words.arabic("documents.card.notice"),
                EDGE,
                y + 0.6,
                room,
                2.9,
                arabic(Typeface.TEXT, 5.6, Ink.TEXT),
                Anchor.RIGHT);
        y = sheet.paragraph(
                words.french("documents.card.notice"),
                left,
                y + 0.1,
                room,
                2.4,
                latin(Typeface.TEXT, 5, Ink.TEXT_QUIET),
                Anchor.LEFT);
        sheet.textWithin(room, mark.form(), left, HEIGHT - 2.9, latin(Typeface.TEXT, 5, Ink.NILA_600), Anchor.LEFT);
    }

    private double detail(Sheet sheet, double y, String label, String value) {
        sheet.textWithin(48, words.label(label), EDGE, y, arabic(Typeface.TEXT, 5, Ink.TEXT_QUIET), Anchor.RIGHT);
        sheet.textWithin(48, value, EDGE, y + 3.2, arabic(Typeface.BOLD, 7, Ink.TEXT), Anchor.RIGHT);
        return y + 6.9;
    }

    /** Under everything else, so that nothing becomes hard to read; the band on the photo is what strikes the eye. */
    private void specimenBehind(Sheet sheet, double x, double y) {
        if (specimen) {
            sheet.turned(
                    18,
                    x,
                    y,
                    () -> sheet.text(
                            words.label("documents.specimen"),
                            0,
                            0,
                            arabic(Typeface.BOLD, 19, Ink.POME_100),
                            Anchor.CENTER));
        }
    }

    private static String both(ArtisanCard.Name name) {
        return name.arabic().equals(name.latin()) ? name.arabic() : name.arabic() + " · " + name.latin();
    }

    private static String grouped(String code) {
        return code.substring(0, 4) + "-" + code.substring(4);
    }
}
