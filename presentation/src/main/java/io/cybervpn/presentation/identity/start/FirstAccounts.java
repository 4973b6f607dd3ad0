package io.cybervpn.presentation.identity.start;

import io.cybervpn.application.identity.EnsureAccount;
import io.cybervpn.application.identity.OfferSetup;
import io.cybervpn.domain.identity.AccountKind;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the first admin and the demo customer that the configuration names, before the shop opens
 * its doors: who starts it can log in at once. An account that is there is left alone. The starting
 * thread waits for it; a configured password that is no good stops the start. A shop that nobody
 * runs prints a token by which its owner makes himself super_admin. A command of the shell is no
 * opening of the shop.
 */
@Singleton
final class FirstAccounts {
    private static final Logger LOG = Logger.getLogger(FirstAccounts.class);
    private static final long PATIENCE_SECONDS = 30;

    private final EnsureAccount ensureAccount;
    private final OfferSetup offerSetup;
    private final Optional<EnsureAccount.Command> admin;
    private final Optional<EnsureAccount.Command> demo;
    private final boolean opening;

    @Inject
    FirstAccounts(
            EnsureAccount ensureAccount,
            OfferSetup offerSetup,
            @ConfigProperty(name = "cybervpn.admin.email") Optional<String> adminEmail,
            @ConfigProperty(name = "cybervpn.admin.password") Optional<String> adminPassword,
            @ConfigProperty(name = "cybervpn.admin.totp-secret")
                    Optional<String> adminAuthenticator,
            @ConfigProperty(name = "cybervpn.demo.email") Optional<String> demoEmail,
            @ConfigProperty(name = "cybervpn.demo.password") Optional<String> demoPassword,
            @ConfigProperty(name = "cybervpn.first-accounts", defaultValue = "true")
                    boolean opening) {
        this.ensureAccount = ensureAccount;
        this.offerSetup = offerSetup;
        this.admin =
                wanted(adminEmail, adminPassword).map(login -> login.forStaff(adminAuthenticator));
        this.demo = wanted(demoEmail, demoPassword).map(Login::forCustomer);
        this.opening = opening;
    }

    void onStart(@Observes StartupEvent event) {
        if (opening) {
            makeThem();
        }
    }

    private void makeThem() {
        ensure(admin)
                .chain(() -> ensure(demo))
                .chain(offerSetup::execute)
                .invoke(secret -> secret.ifPresent(FirstAccounts::tell))
                .subscribeAsCompletionStage()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The one secret that is ever written to a log: it is for whoever reads it now, and once. */
    private static void tell(String secret) {
        LOG.warnf(
                "nobody runs this shop yet: POST /api/v1/setup with this token, an e-mail and a"
                        + " password makes the first super_admin: %s",
                secret);
    }

    private record Login(String email, String password) {
        EnsureAccount.Command forStaff(Optional<String> authenticator) {
            return new EnsureAccount.Command(
                    email,
                    password,
                    AccountKind.STAFF,
                    authenticator.filter(secret -> !secret.isBlank()));
        }

        EnsureAccount.Command forCustomer() {
            return new EnsureAccount.Command(email, password, AccountKind.CUSTOMER);
        }
    }

    private static Optional<Login> wanted(Optional<String> email, Optional<String> password) {
        return email.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }

    private Uni<Void> ensure(Optional<EnsureAccount.Command> wanted) {
        return wanted.map(this::ensure).orElseGet(Uni.createFrom()::voidItem);
    }

    private Uni<Void> ensure(EnsureAccount.Command wanted) {
        return ensureAccount
                .execute(wanted)
                .invoke(result -> tell(wanted.kind(), result))
                .replaceWithVoid();
    }

    private static void tell(AccountKind kind, EnsureAccount.Result result) {
        switch (result) {
            case EnsureAccount.Result.Created() -> LOG.infof("made the first %s", kind.code());
            case EnsureAccount.Result.Existed() -> LOG.debugf("the %s was there", kind.code());
            case EnsureAccount.Result.Invalid(var flaws) ->
                    throw new IllegalStateException(
                            "the configured %s cannot be made: %s".formatted(kind.code(), flaws));
            case EnsureAccount.Result.BadAuthenticator() ->
                    throw new IllegalStateException(
                            "cybervpn.admin.totp-secret is no Base32 of 128 bits or more");
            case EnsureAccount.Result.Busy() ->
                    throw new IllegalStateException("nobody hashes passwords before the start");
        }
    }
}
