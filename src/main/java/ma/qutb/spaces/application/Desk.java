package ma.qutb.spaces.application;

/**
 * Where an application is filled in: on the applicant's telephone, or by a clerk.
 *
 * @param base address all its screens begin with
 */
public record Desk(boolean staffed, String base) {

    public static final Desk TELEPHONE = new Desk(false, "/app/my/applications");
    public static final Desk COUNTER = new Desk(true, "/app/spaces/desk");

    public String path(ApplicationId id) {
        return base + "/" + id;
    }

    String template() {
        return "redirect:" + base;
    }
}
