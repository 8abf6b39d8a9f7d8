package ma.qutb.registry.organisation;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** What somebody is in an organisation. */
public enum MemberRole implements Worded {
    MEMBER,
    PRESIDENT,
    VICE_PRESIDENT,
    SECRETARY,
    TREASURER,
    ADVISER,
    MANAGER,
    EMPLOYEE;

    @Override
    public String messageKey() {
        return "registry.membership.role." + Words.kebab(name());
    }
}
