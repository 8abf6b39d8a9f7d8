package ma.qutb.registry.organisation;

import org.jspecify.annotations.Nullable;

/** What stands in the form that takes somebody in, as sent; {@code member} is who was picked, {@code memberTyped} what was typed. */
public record MemberForm(String member, String memberTyped, String role, String joinedOn, String shares) {

    public MemberForm {
        member = text(member);
        memberTyped = text(memberTyped);
        role = text(role);
        joinedOn = text(joinedOn);
        shares = text(shares);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static MemberForm empty() {
        return new MemberForm("", "", "MEMBER", "", "");
    }
}
