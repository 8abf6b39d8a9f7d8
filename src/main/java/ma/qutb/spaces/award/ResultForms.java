package ma.qutb.spaces.award;

import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import org.springframework.stereotype.Component;

/** The form of an appeal, the same on the telephone and at the desk: a ground to touch, words and a paper where there are some. */
@Component
class ResultForms {

    private final Appealing appealing;
    private final AppealPapers papers;
    private final FormPages pages;

    ResultForms(Appealing appealing, AppealPapers papers, FormPages pages) {
        this.appealing = appealing;
        this.papers = papers;
        this.pages = pages;
    }

    ActForm appeal(String back, Map<String, String> typed) {
        return ActForm.of("spaces.appeal.make", back + "/appeal", back, typed)
                .ask(Part.cards(
                                "ground",
                                Appeal.GROUNDS.stream()
                                        .map(it -> new Choice(it, pages.say("spaces.appeal.ground." + it)))
                                        .toList())
                        .must())
                .ask(Part.typed("words", "textarea"))
                .ask(Part.file("file", papers));
    }

    boolean send(Outcome it, ActForm form, Actor actor) {
        var ground = form.value("ground");
        if (!Appeal.GROUNDS.contains(ground)) {
            form.need("ground");
        }
        var words =
                form.read("words", () -> ma.qutb.registry.writing.Writing.paragraphs(form.value("words"), 2000), "");
        var file = pages.file(form, "file", papers, actor);
        return form.does(
                Map.of("spaces.appeal.refusal.twice", "ground"),
                () -> appealing.appeal(it.application(), ground, words, file, actor.displayName()));
    }
}
