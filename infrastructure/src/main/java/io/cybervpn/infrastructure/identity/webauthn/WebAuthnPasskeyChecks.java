package io.cybervpn.infrastructure.identity.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import io.cybervpn.application.identity.port.PasskeyChecks;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Passkey;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The rules of WebAuthn by webauthn4j: type, challenge, origin, host name, flags, signature. The
 * holder must have been asked for (user verification), or a passkey would be one factor. Which
 * authenticator it is does not matter, so attestations are read and not judged. The counter is the
 * domain's to judge.
 */
@Singleton
final class WebAuthnPasskeyChecks implements PasskeyChecks {
    private static final Logger LOG = Logger.getLogger(WebAuthnPasskeyChecks.class);
    private static final int TEXT_LENGTH_MAX = 16 * 1024;
    private static final int UUID_BYTES = 16;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            Stream.of(
                            COSEAlgorithmIdentifier.ES256,
                            COSEAlgorithmIdentifier.EdDSA,
                            COSEAlgorithmIdentifier.RS256)
                    .map(
                            algorithm ->
                                    new PublicKeyCredentialParameters(
                                            PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                    .toList();

    private final Party party;
    private final Set<Origin> origins;
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter keys =
            new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);

    @Inject
    WebAuthnPasskeyChecks(
            PasskeySettings settings,
            @ConfigProperty(name = "cybervpn.public-url") URI publicUrl,
            @ConfigProperty(name = "cybervpn.web.origins") Optional<List<String>> webOrigins) {
        this(
                new Party(settings.rpId().orElseGet(publicUrl::getHost), settings.rpName()),
                Stream.of(
                                Stream.of(publicUrl.getScheme() + "://" + publicUrl.getAuthority()),
                                webOrigins.stream().flatMap(List::stream),
                                settings.origins().stream().flatMap(List::stream))
                        .flatMap(all -> all)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    WebAuthnPasskeyChecks(Party party, Set<String> origins) {
        this.party = party;
        this.origins = origins.stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
        manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(_ -> {});
    }

    @Override
    public Party party() {
        return party;
    }

    @Override
    public String userHandle(AccountId account) {
        UUID id = account.value();
        return encoded(
                ByteBuffer.allocate(UUID_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    @Override
    public Optional<String> challengeOf(String clientData) {
        try {
            return decoded(clientData)
                    .map(bytes -> new JsonObject(new String(bytes, StandardCharsets.UTF_8)))
                    .map(json -> json.getValue("challenge"))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(text -> decoded(text).isPresent());
        } catch (DecodeException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Made> check(Attestation attestation, String challenge) {
        Optional<byte[]> object = decoded(attestation.attestationObject());
        Optional<byte[]> clientData = decoded(attestation.clientData());
        if (object.isEmpty() || clientData.isEmpty()) {
            return Optional.empty();
        }
        try {
            RegistrationData data =
                    manager.verify(
                            new RegistrationRequest(object.get(), clientData.get()),
                            new RegistrationParameters(server(challenge), ALGORITHMS, true, true));
            return made(data, attestation.credentialId());
        } catch (DataConversionException | VerificationException refusal) {
            return refused(refusal);
        }
    }

    private Optional<Made> made(RegistrationData data, String credentialId) {
        var object = Optional.ofNullable(data.getAttestationObject());
        return object.map(found -> found.getAuthenticatorData())
                .flatMap(
                        told ->
                                Optional.ofNullable(told.getAttestedCredentialData())
                                        .map(key -> made(told, key)))
                .filter(made -> made.credential().id().equals(credentialId));
    }

    private Made made(AuthenticatorData<?> told, AttestedCredentialData key) {
        return new Made(
                new Passkey.Credential(encoded(key.getCredentialId()), encoded(keys.convert(key))),
                new Passkey.Counter(told.getSignCount(), told.isFlagBE(), told.isFlagBS()));
    }

    @Override
    public Optional<Signed> check(Assertion assertion, Passkey passkey, String challenge) {
        Optional<AuthenticationRequest> request = request(assertion);
        if (request.isEmpty()) {
            return Optional.empty();
        }
        try {
            AuthenticationData data =
                    manager.verify(
                            request.get(),
                            new AuthenticationParameters(
                                    server(challenge), record(passkey), null, true, true));
            return Optional.ofNullable(data.getAuthenticatorData())
                    .filter(told -> told.isFlagBE() == passkey.counter().backupEligible())
                    .map(told -> new Signed(told.getSignCount(), told.isFlagBS()));
        } catch (DataConversionException | VerificationException refusal) {
            return refused(refusal);
        }
    }

    private static Optional<AuthenticationRequest> request(Assertion assertion) {
        Optional<byte[]> id = decoded(assertion.credentialId());
        Optional<byte[]> authenticatorData = decoded(assertion.authenticatorData());
        Optional<byte[]> clientData = decoded(assertion.clientData());
        Optional<byte[]> signature = decoded(assertion.signature());
        if (Stream.of(id, authenticatorData, clientData, signature).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                new AuthenticationRequest(
                        id.get(), authenticatorData.get(), clientData.get(), signature.get()));
    }

    private CredentialRecordImpl record(Passkey passkey) {
        AttestedCredentialData key =
                keys.convert(Base64.getUrlDecoder().decode(passkey.credential().key()));
        Passkey.Counter counter = passkey.counter();
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                counter.backupEligible(),
                counter.backedUp(),
                counter.value(),
                key,
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origins(origins)
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static <T> Optional<T> refused(RuntimeException refusal) {
        LOG.infof(
                "a passkey is refused: %s: %s",
                refusal.getClass().getSimpleName(), refusal.getMessage());
        return Optional.empty();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return text.isEmpty() || text.length() > TEXT_LENGTH_MAX
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
