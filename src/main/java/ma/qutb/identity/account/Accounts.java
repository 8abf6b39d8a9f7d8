package ma.qutb.identity.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** All accounts. */
public interface Accounts extends ListCrudRepository<Account, UUID> {

    Optional<Account> findByUserName(String userName);

    Optional<Account> findByPhone(String phone);

    Optional<Account> findByEmail(String email);

    List<Account> findByPerson(UUID person);

    /** By what somebody types to sign in: user name, e-mail, or phone in any writing. */
    default Optional<Account> knownAs(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.contains("@")) {
            return findByEmail(name);
        }
        var phone = PhoneNumbers.e164(name);
        return phone.isPresent() ? findByPhone(phone.get()) : findByUserName(name);
    }
}
