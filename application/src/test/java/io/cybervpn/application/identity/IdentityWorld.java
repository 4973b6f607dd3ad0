package io.cybervpn.application.identity;

import io.cybervpn.application.audit.InMemoryAudit;
import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.application.identity.port.RateLimits;
import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.SessionLife;
import io.cybervpn.domain.identity.repository.Invitations;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Identity without a database: each test makes its own. */
final class IdentityWorld {
    static final Client CLIENT = new Client("a client", "192.0.2.1");

    static final String PASSWORD = "correct horse";

    final MovableClock clock = new MovableClock();
    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final InMemoryAccounts accounts = new InMemoryAccounts(unitOfWork);
    final InMemoryProfiles profiles = new InMemoryProfiles(unitOfWork);
    final InMemoryAssignments assignments = new InMemoryAssignments(unitOfWork, accounts);
    final InMemorySessions sessions = new InMemorySessions(unitOfWork);
    final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    final InMemoryRevocations revocations = new InMemoryRevocations();
    final CountingHasher hasher = new CountingHasher();

    private final AtomicInteger secrets = new AtomicInteger();
    private final FixedIds ids = new FixedIds();
    private final NewAccounts newAccounts = new NewAccounts(ids, clock);
    final InMemoryAudit audit = new InMemoryAudit(unitOfWork);
    final InMemorySecurityEvents events = new InMemorySecurityEvents(unitOfWork);
    final EventNotes notes = new EventNotes();
    private final SecurityTrail trail =
            new SecurityTrail(
                    events,
                    notes,
                    audit,
                    new SecurityTrail.Surroundings(audit, ids, clock, new PlainHashes()));
    private final Gate gate =
            new Gate(
                    new CountingLimits(),
                    new InMemoryGuessLimits(),
                    new AuthLimits(5, 20, 3, 1_000, 10),
                    audit,
                    trail);
    private final SessionEndings endings =
            new SessionEndings(sessions, sessions, outbox, revocations, clock);
    private final TokenDesk tokens =
            new TokenDesk(
                    sessions,
                    IdentityWorld::tokenOf,
                    () -> "secret-" + secrets.incrementAndGet(),
                    trail,
                    new SessionLives(
                            new SessionLife(Duration.ofDays(7), Duration.ofDays(90)),
                            new SessionLife(Duration.ofHours(1), Duration.ofHours(12))),
                    ids,
                    clock);

    final InMemorySecondFactors factors = new InMemorySecondFactors(unitOfWork);
    private final SecondFactorDesk secondFactors =
            new SecondFactorDesk(
                    factors,
                    new PlainPasswords(),
                    new PlainBox(),
                    () -> "recovery-code-" + secrets.incrementAndGet(),
                    clock);
    final InMemoryChallenges challenges = new InMemoryChallenges();
    final LoginGate loginGate =
            new LoginGate(unitOfWork, accounts, secondFactors, tokens, challenges);

    RegisterAccount register() {
        return new RegisterAccount(
                gate, hasher, unitOfWork, accounts, newAccounts, tokens, _ -> false, outbox);
    }

    LogIn logIn() {
        return new LogIn(gate, unitOfWork, accounts, hasher, loginGate, trail);
    }

    RenewTokens renew() {
        return new RenewTokens(
                gate, unitOfWork, sessions, accounts, tokens, endings, trail, outbox, clock);
    }

    LogOut logOut() {
        return new LogOut(unitOfWork, sessions, endings, trail, clock);
    }

    RevokeSessions revoke() {
        return new RevokeSessions(unitOfWork, endings);
    }

    CheckSession check() {
        return new CheckSession(revocations, unitOfWork, sessions, clock);
    }

    MendRevocations mend() {
        return new MendRevocations(revocations, unitOfWork, sessions, clock);
    }

    ViewMe viewMe() {
        return new ViewMe(unitOfWork, accounts, profiles);
    }

    EnsureAccount ensure() {
        return new EnsureAccount(
                unitOfWork, accounts, hasher, newAccounts, assignments, _ -> false, secondFactors);
    }

    RefreshSecrets secrets() {
        return () -> "secret-" + secrets.incrementAndGet();
    }

    AcceptInvitation accept(Rights rights, Invitations invitations) {
        return new AcceptInvitation(
                gate,
                hasher,
                newAccounts,
                rights,
                new AcceptInvitation.Store(accounts, assignments, invitations),
                _ -> false);
    }

    RegisterAccount.Result register(String email, String password) {
        return register(email, password, "en");
    }

    RegisterAccount.Result register(String email, String password, String locale) {
        return register()
                .execute(new RegisterAccount.Command(email, password, locale, "192.0.2.1", CLIENT))
                .await()
                .indefinitely();
    }

    /** A registered customer's first tokens. */
    TokenPair registered(String email) {
        return switch (register(email, PASSWORD)) {
            case RegisterAccount.Result.Registered(_, var pair) -> pair;
            case RegisterAccount.Result.EmailTaken _,
                    RegisterAccount.Result.Invalid _,
                    RegisterAccount.Result.TooMany _ ->
                    throw new AssertionError("not registered: " + email);
        };
    }

    LogIn.Result logIn(String email, String password) {
        return logIn().execute(new LogIn.Command(email, password, "192.0.2.1", CLIENT))
                .await()
                .indefinitely();
    }

    Admission.LoggedIn loggedIn(String email, String password) {
        return (Admission.LoggedIn) ((LogIn.Result.Known) logIn(email, password)).admission();
    }

    RenewTokens.Result renew(String refreshToken) {
        return renew().execute(new RenewTokens.Command(refreshToken, "192.0.2.1", CLIENT))
                .await()
                .indefinitely();
    }

    void block(String email) {
        Account found =
                accounts.all().stream()
                        .filter(
                                account ->
                                        account.email()
                                                .filter(own -> own.value().equals(email))
                                                .isPresent())
                        .findFirst()
                        .orElseThrow();
        accounts.put(
                new Account(
                        found.id(),
                        found.email(),
                        found.passwordHash(),
                        found.kind(),
                        AccountStatus.BLOCKED,
                        found.locale(),
                        found.createdAt()));
    }

    private static String tokenOf(AccessTokens.Grant grant) {
        return grant.account().value() + " " + grant.kind().code() + " " + grant.expiresAt();
    }

    /** Never opens a new window. */
    private static final class CountingLimits implements RateLimits {
        private final Map<String, Integer> counts = new HashMap<>();

        @Override
        public Uni<Verdict> take(Rule rule, String subject) {
            return Uni.createFrom().item(() -> takeNow(rule, subject));
        }

        private Verdict takeNow(Rule rule, String subject) {
            int count = counts.merge(rule.name() + " " + subject, 1, Integer::sum);
            return count <= rule.permits()
                    ? new Verdict.Allowed()
                    : new Verdict.Exceeded(rule.window());
        }
    }
}
