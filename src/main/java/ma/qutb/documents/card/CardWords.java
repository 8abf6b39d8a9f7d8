package ma.qutb.documents.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;

/** Everything written on a card, in Arabic and French. */
record CardWords(Texts texts, ArtisanCard card) {

    String arabic(String key, Object... arguments) {
        return texts.say(Language.AR, key, arguments);
    }

    String french(String key, Object... arguments) {
        return texts.say(Language.FR, key, arguments);
    }

    /** Decides between صانعة and صانع in the texts. */
    String gender() {
        return card.woman() ? "woman" : "man";
    }

    String title(PrintMark mark) {
        return arabic("documents.card.title", gender()) + " " + mark.number();
    }

    /** A label in both languages. */
    String label(String key) {
        return arabic(key) + " · " + french(key);
    }

    ArtisanCard.Name crafts() {
        return new ArtisanCard.Name(
                card.crafts().stream().map(ArtisanCard.Name::arabic).collect(Collectors.joining("، ")),
                card.crafts().stream().map(ArtisanCard.Name::latin).collect(Collectors.joining(", ")));
    }

    ArtisanCard.Name category() {
        var key = card.maalem() ? "documents.card.category.maalem" : "documents.card.category.artisan";
        return new ArtisanCard.Name(arabic(key, gender()), french(key, gender()));
    }

    String validUntil() {
        return Formats.shortDate(card.validUntil());
    }

    /** All the card says about its holder; the verification page shows this and nothing more. */
    List<PrintedField> printed() {
        var printed = new ArrayList<PrintedField>();
        printed.add(field("documents.card.name", card.name()));
        printed.add(field("documents.card.crafts", crafts()));
        printed.add(field("documents.card.category", category()));
        printed.add(field("documents.card.commune", card.commune()));
        var number = card.registerNumber();
        if (number != null) {
            printed.add(PrintedField.same("documents.card.register", number));
        }
        printed.add(PrintedField.same("documents.card.valid-until", validUntil()));
        return printed;
    }

    private static PrintedField field(String label, ArtisanCard.Name value) {
        return new PrintedField(label, value.arabic(), value.latin());
    }
}
