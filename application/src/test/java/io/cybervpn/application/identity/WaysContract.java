package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.DeepLink;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.cybervpn.domain.identity.repository.EmailCodes;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.identity.repository.SecondFactors;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of codes, waiting browsers, links and second factors does. */
public abstract class WaysContract {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private AccountId anna = new AccountId(UUID.randomUUID());

    protected abstract EmailCodes codes();

    protected abstract DeepLinks browsers();

    protected abstract Identities identities();

    protected abstract SecondFactors factors();

    protected abstract Accounts accounts();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    @BeforeEach
    void register_anna() {
        var account = Fixtures.customer();
        anna = account.id();
        assertThat(run(() -> accounts().add(account))).isTrue();
    }

    @Test
    void of_each_kind_of_code_the_newest_is_kept_as_it_was() {
        EmailCode.Owner verify = new EmailCode.Owner(anna, EmailPurpose.VERIFY_EMAIL);
        EmailCode first = code(verify, "a");
        EmailCode second = code(verify, "b");
        EmailCode other = code(new EmailCode.Owner(anna, EmailPurpose.RESET_PASSWORD), "c");
        run(() -> codes().put(first));
        run(() -> codes().put(other));
        run(() -> codes().put(second));
        assertThat(run(() -> codes().lock(verify))).contains(second);
        assertThat(run(() -> codes().lock(other.owner()))).contains(other);
        run(() -> codes().remove(verify));
        run(() -> codes().remove(verify));
        assertThat(run(() -> codes().lock(verify))).isEmpty();
        assertThat(run(() -> codes().lock(other.owner()))).contains(other);
    }

    private static EmailCode code(EmailCode.Owner owner, String digit) {
        return EmailCode.issue(owner, new Email("anna@example.org"), "k1." + digit.repeat(64), NOW);
    }

    @Test
    void a_browser_waits_is_confirmed_and_is_gone() {
        DeepLink link = DeepLink.open(hash(), hash(), NOW);
        run(() -> browsers().add(link));
        assertThat(run(() -> browsers().lock(link.code()))).contains(link);
        assertThat(run(() -> browsers().lock(link.secret()))).isEmpty();
        DeepLink confirmed = link.confirmedBy(anna);
        run(() -> browsers().save(confirmed));
        assertThat(run(() -> browsers().lock(link.code()))).contains(confirmed);
        run(() -> browsers().remove(link.code()));
        run(() -> browsers().remove(link.code()));
        assertThat(run(() -> browsers().lock(link.code()))).isEmpty();
    }

    @Test
    void browsers_that_waited_too_long_are_forgotten() {
        DeepLink old = DeepLink.open(hash(), hash(), NOW.minusSeconds(3_600));
        DeepLink young = DeepLink.open(hash(), hash(), NOW);
        run(() -> browsers().add(old));
        run(() -> browsers().add(young));
        assertThat(run(() -> browsers().forget(NOW, 1_000))).isPositive();
        assertThat(run(() -> browsers().lock(old.code()))).isEmpty();
        assertThat(run(() -> browsers().lock(young.code()))).contains(young);
    }

    @Test
    void a_link_is_found_by_who_somebody_is_and_by_whose_it_is() {
        LinkedIdentity telegram = link("telegram", NOW.plusSeconds(1));
        LinkedIdentity google = link("google", NOW);
        run(() -> identities().lock(telegram.external()).chain(_ -> identities().add(telegram)));
        run(() -> identities().add(google));
        assertThat(run(() -> identities().lock(telegram.external()))).contains(telegram);
        assertThat(run(() -> identities().find(google.external()))).contains(google);
        assertThat(run(() -> identities().of(anna))).containsExactly(google, telegram);
        run(() -> identities().remove(google.id()));
        run(() -> identities().remove(google.id()));
        assertThat(run(() -> identities().of(anna))).containsExactly(telegram);
        assertThat(run(() -> identities().find(google.external()))).isEmpty();
    }

    private LinkedIdentity link(String provider, Instant at) {
        return new LinkedIdentity(
                new IdentityId(UUID.randomUUID()),
                anna,
                new ExternalId(provider, UUID.randomUUID().toString()),
                Optional.of("anna"),
                at);
    }

    @Test
    void a_second_factor_is_proposed_comes_into_force_is_used_and_is_taken_away() {
        SecondFactor.Proposed proposed = new SecondFactor.Proposed(anna, "sealed", NOW);
        run(() -> factors().put(proposed));
        assertThat(run(() -> factors().lock(anna))).contains(proposed);
        SecondFactor.Active active = proposed.confirm(7, Set.of(hash(), hash()), NOW);
        run(() -> factors().put(active));
        assertThat(run(() -> factors().lock(anna))).contains(active);
        SecondFactor.Active used =
                active.use(8).orElseThrow().use(active.recovery().iterator().next()).orElseThrow();
        run(() -> factors().put(used));
        assertThat(run(() -> factors().lock(anna))).contains(used);
        run(() -> factors().remove(anna));
        run(() -> factors().remove(anna));
        assertThat(run(() -> factors().lock(anna))).isEmpty();
    }

    private static io.cybervpn.domain.identity.model.TokenHash hash() {
        return TokenHashes.of(UUID.randomUUID().toString());
    }
}
