package ma.qutb.identity.signin;

import java.util.List;
import ma.qutb.identity.account.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The user of this request, for Spring Security: authorities are permission codes. */
class SignedInToken extends AbstractAuthenticationToken {

    private final transient SignedIn user;

    SignedInToken(SignedIn user) {
        super(authorities(user));
        this.user = user;
        setAuthenticated(true);
    }

    private static List<SimpleGrantedAuthority> authorities(SignedIn user) {
        return user.scopes().keySet().stream().map(SimpleGrantedAuthority::new).toList();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return user;
    }

    @Override
    public String getName() {
        return user.id().toString();
    }
}
