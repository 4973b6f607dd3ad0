package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.OneTimePasswords;
import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.SecondFactors;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes second factors and looks what is shown as one. All of it in the open unit of work. */
@Singleton
final class SecondFactorDesk {
    private static final int RECOVERY_CODES = 10;

    /** Of 36 letters and digits: about 125 bits, too many to be guessed from a plain hash. */
    private static final int RECOVERY_LENGTH = 25;

    private final SecondFactors factors;
    private final OneTimePasswords passwords;
    private final SecretBox box;
    private final RefreshSecrets secrets;
    private final Clock clock;

    @Inject
    SecondFactorDesk(
            SecondFactors factors,
            OneTimePasswords passwords,
            SecretBox box,
            RefreshSecrets secrets,
            Clock clock) {
        this.factors = factors;
        this.passwords = passwords;
        this.box = box;
        this.secrets = secrets;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Uni<Optional<SecondFactor>> lock(AccountId account) {
        return factors.lock(account);
    }

    /** Whether the account owes a second factor at a login. */
    Uni<Boolean> isDemanded(AccountId account) {
        return factors.lock(account)
                .map(found -> found.flatMap(SecondFactorDesk::active).isPresent());
    }

    /** Stores a new proposal; gives its secret as an app takes it. */
    Uni<String> propose(AccountId account) {
        byte[] secret = passwords.newSecret();
        String sealed = box.seal(secret, SecondFactor.purposeOf(account));
        return factors.put(new SecondFactor.Proposed(account, sealed, clock.instant()))
                .replaceWith(passwords.text(secret));
    }

    /** What somebody typed as the secret of an app; empty when it is none or a weak one. */
    Optional<byte[]> secretOf(String text) {
        return passwords.secretOf(text);
    }

    /** Puts a secret in force that its owner's app knows already, without recovery codes. */
    Uni<Void> install(AccountId account, byte[] secret) {
        String sealed = box.seal(secret, SecondFactor.purposeOf(account));
        return factors.put(new SecondFactor.Active(account, sealed, 0, Set.of(), clock.instant()));
    }

    /** The step of a password for a proposal; empty for a wrong one. */
    Optional<Long> stepOf(SecondFactor factor, String password) {
        byte[] secret = box.open(factor.sealedSecret(), SecondFactor.purposeOf(factor.account()));
        return passwords.stepOf(secret, password.strip(), clock.instant());
    }

    /** New recovery codes, to be shown once. */
    List<String> newRecoveryCodes() {
        return Stream.generate(secrets::next)
                .map(secret -> secret.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT))
                .filter(code -> code.length() >= RECOVERY_LENGTH)
                .map(code -> code.substring(0, RECOVERY_LENGTH))
                .map(code -> code.replaceAll("(.{5})(?=.)", "$1-"))
                .limit(RECOVERY_CODES)
                .toList();
    }

    Set<TokenHash> hashes(List<String> codes) {
        return codes.stream().map(SecondFactorDesk::hashOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The groups are for the eye alone; those of earlier versions had none. */
    private static TokenHash hashOf(String code) {
        return TokenDesk.hash(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    Uni<Void> put(SecondFactor factor) {
        return factors.put(factor);
    }

    Uni<Void> remove(AccountId account) {
        return factors.remove(account);
    }

    /**
     * Takes what somebody shows: a password of now that was not used, or a recovery code. It is
     * used up by it.
     */
    Uni<Boolean> accept(AccountId account, String shown) {
        return factors.lock(account)
                .map(found -> found.flatMap(SecondFactorDesk::active))
                .map(found -> found.flatMap(active -> use(active, shown)))
                .chain(used -> used.isPresent() ? keep(used.get()) : Uni.createFrom().item(false));
    }

    /**
     * Gives the second factor of an account to another that has none, so that nobody comes in
     * easier than before. The secret is sealed anew: it opens for its owner alone.
     */
    Uni<Void> hand(AccountId from, AccountId into) {
        return factors.lock(into)
                .map(own -> own.flatMap(SecondFactorDesk::active))
                .chain(
                        own ->
                                own.isPresent()
                                        ? Uni.createFrom().voidItem()
                                        : factors.lock(from).chain(theirs -> give(theirs, into)));
    }

    private Uni<Void> give(Optional<SecondFactor> theirs, AccountId into) {
        return theirs.flatMap(SecondFactorDesk::active)
                .map(active -> factors.put(resealed(active, into)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private SecondFactor.Active resealed(SecondFactor.Active active, AccountId into) {
        byte[] secret = box.open(active.sealedSecret(), SecondFactor.purposeOf(active.account()));
        return new SecondFactor.Active(
                into,
                box.seal(secret, SecondFactor.purposeOf(into)),
                active.lastStep(),
                active.recovery(),
                active.since());
    }

    private Uni<Boolean> keep(SecondFactor.Active used) {
        return factors.put(used).replaceWith(true);
    }

    private Optional<SecondFactor.Active> use(SecondFactor.Active active, String shown) {
        return stepOf(active, shown).flatMap(active::use).or(() -> active.use(hashOf(shown)));
    }

    static Optional<SecondFactor.Active> active(SecondFactor factor) {
        return switch (factor) {
            case SecondFactor.Active active -> Optional.of(active);
            case SecondFactor.Proposed _ -> Optional.empty();
        };
    }
}
