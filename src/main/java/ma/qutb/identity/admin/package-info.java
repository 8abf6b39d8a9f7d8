/** What administrators do with accounts: the list, the page of a user, roles, links, the table of permissions. */
@NullMarked
package ma.qutb.identity.admin;

import org.jspecify.annotations.NullMarked;
