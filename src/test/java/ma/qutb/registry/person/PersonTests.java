package ma.qutb.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.photo.PictureChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void nobodyIsBornTomorrow() {
        refuses("registry.person.refusal.birth-ahead", Birth.on(TODAY.plusDays(1)));
    }

    @Test
    void nobodyIsOlderThanOneHundredAndTwenty() {
        refuses("registry.person.refusal.birth-too-long-ago", Birth.in(1899));
        assertThat(Person.register(Somebody.born(Birth.in(1908)), PictureChange.STAYS, TODAY, Instant.EPOCH)
                        .birth())
                .isEqualTo(Birth.in(1908));
    }

    @Test
    void aRecordNeedsAName() {
        var it = Somebody.from("C-GUE");
        var nameless = new PersonDetails(
                new PersonName(" ", "\u202E", "", ""),
                it.ancestors(),
                it.sex(),
                it.birth(),
                null,
                it.contact(),
                it.speaking(),
                it.story(),
                it.note());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Person.register(nameless, PictureChange.STAYS, TODAY, Instant.EPOCH))
                .withMessage("registry.person.refusal.no-name");
    }

    @ParameterizedTest
    @CsvSource({"j 123456, J•••••56", "ja-12345, JA•••••45", "JB٠٠٧٨٩, JB•••••89"})
    void anIdentityNumberIsShownAsItsMask(String typed, String mask) {
        assertThat(new IdentityNumber(IdentityKind.CIN, typed)).hasToString(mask);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "ABC12345", "J12", "ج123456", ""})
    void whatIsNoIdentityNumberIsRefused(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new IdentityNumber(IdentityKind.CIN, typed))
                .withMessage("registry.person.refusal.identity-form.cin");
    }

    @Test
    void nobodyPractisesACraftBeforeChildhoodOrInTheFuture() {
        var birth = Birth.in(1990);
        refusesPractice("registry.artisan.refusal.practice-too-early", 1992, birth);
        refusesPractice("registry.artisan.refusal.practice-ahead", 2027, birth);
    }

    @Test
    void anArtisanPractisesACraftAndEachOnlyOnce() {
        var weaving = new PractisedCraft(new CraftCode("WEV"), null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> artisan(Somebody.practising(2001), Birth.in(1980)))
                .withMessage("registry.artisan.refusal.no-craft");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> artisan(Somebody.practising(2001, weaving, weaving), Birth.in(1980)))
                .withMessage("registry.artisan.refusal.craft-twice");
    }

    @Test
    void practiceBeganWithTheEarliestCraftWhereNobodySaysOtherwise() {
        var artisan = artisan(
                Somebody.practising(
                        null,
                        new PractisedCraft(new CraftCode("WEV"), 2010),
                        new PractisedCraft(new CraftCode("CRP"), 2004)),
                Birth.in(1980));
        assertThat(artisan.since()).isEqualTo(2004);
    }

    @Test
    void aCardDoesNotExpireBeforeItIsGiven() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Registration(
                        RegisterStatus.REGISTERED,
                        "RNA-1",
                        LocalDate.of(2025, 1, 1),
                        Proof.DIPLOMA,
                        "C1",
                        LocalDate.of(2024, 1, 1)))
                .withMessage("registry.artisan.refusal.card-expires-before");
    }

    @Test
    void whoIsRegisteredHasANumber() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Registration(RegisterStatus.REGISTERED, " ", null, null, null, null))
                .withMessage("registry.artisan.refusal.registered-without-number");
    }

    private static Artisan artisan(ArtisanDetails details, Birth birth) {
        return Artisan.register(PersonId.next(), details, birth, TODAY);
    }

    private static void refusesPractice(String message, int since, Birth birth) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        artisan(Somebody.practising(since, new PractisedCraft(new CraftCode("WEV"), null)), birth))
                .withMessage(message);
    }

    private static void refuses(String message, Birth birth) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Person.register(Somebody.born(birth), PictureChange.STAYS, TODAY, Instant.EPOCH))
                .withMessage(message);
    }
}
