package ma.qutb.documents.card;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.ArtisanCards;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.Files;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.SheetSize;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class IssuingArtisanCards implements ArtisanCards {

    private final Documents documents;
    private final Files files;
    private final Texts texts;

    IssuingArtisanCards(Documents documents, Files files, Texts texts) {
        this.documents = documents;
        this.files = files;
        this.texts = texts;
    }

    @Override
    @Transactional
    public IssuedDocument issue(ArtisanCard card, Actor by) {
        var photo = photo(card);
        return documents.issue(
                new DocumentDraft(
                        DocumentKind.ARTISAN_CARD,
                        ArtisanCard.SUBJECT,
                        card.person(),
                        card.name().arabic(),
                        card.name().latin(),
                        card.territories(),
                        Set.of(Language.AR, Language.FR),
                        new CardWords(texts, card).printed(),
                        card.demonstration(),
                        card.validUntil(),
                        mark -> print(card, mark, photo)),
                by);
    }

    private List<PrintForm> print(ArtisanCard card, PrintMark mark, @Nullable BufferedImage photo) {
        var words = new CardWords(texts, card);
        var sides = new CardSides(words, mark, photo, card.demonstration());

        var plastic = Paper.titled(words.title(mark), "ar", mark.issuedAt());
        sides.front(plastic.sheet(SheetSize.CARD));
        sides.back(plastic.sheet(SheetSize.CARD));

        var ordinary = Paper.titled(words.title(mark), "ar", mark.issuedAt());
        new CardSheet(words, sides).draw(ordinary.sheet(SheetSize.A4));
        return List.of(new PrintForm("card", plastic.finish()), new PrintForm("a4", ordinary.finish()));
    }

    private @Nullable BufferedImage photo(ArtisanCard card) {
        var id = card.photo();
        if (id == null) {
            return null;
        }
        var file = files.find(id).orElseThrow(() -> new IllegalArgumentException("No such photo: " + id));
        try {
            return ImageIO.read(new ByteArrayInputStream(files.open(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
