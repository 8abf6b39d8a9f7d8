package ma.qutb.support;

import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** A library that is not ours, with nothing but the keys the pole publishes: no network, no database. */
public final class PublicLibrary {

    private PublicLibrary() {}

    /**
     * What was signed.
     *
     * @param keys as {@code /.well-known/jwks.json} answers them
     * @throws JoseException when the signature does not hold
     */
    public static String verified(String compact, String keys) throws Exception {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        signature.setCompactSerialization(compact);
        signature.setKey(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys())
                .resolveKey(signature, List.of()));
        if (!signature.verifySignature()) {
            throw new JoseException("the signature is wrong");
        }
        return signature.getPayload();
    }
}
