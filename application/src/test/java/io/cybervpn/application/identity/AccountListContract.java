package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.identity.port.AccountList.Condition;
import io.cybervpn.application.identity.port.AccountList.Cursor;
import io.cybervpn.application.identity.port.AccountList.Field;
import io.cybervpn.application.identity.port.AccountList.Sort;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every list of accounts does. Each test looks for a name that only its own accounts have. */
public abstract class AccountListContract {
    private String name = "";
    private Account anna = Fixtures.account("replaced@example.org");
    private Account boris = anna;
    private Account clara = anna;

    protected abstract AccountList list();

    protected abstract Accounts accounts();

    protected abstract void tag(AccountId account, String tag);

    protected abstract void link(AccountId account, long telegramId);

    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void make_three_accounts() {
        name = Fixtures.freshName();
        anna = store("anna", AccountStatus.ACTIVE, 3);
        boris = store("boris", AccountStatus.BLOCKED, 1);
        clara = store("clara", AccountStatus.ACTIVE, 2);
    }

    private Account store(String who, AccountStatus status, int minute) {
        Account account =
                Fixtures.account(
                        who + "." + name + "@example.org",
                        status,
                        Fixtures.NOW.plusSeconds(60L * minute));
        boolean added = unitOfWork().run(() -> accounts().add(account)).await().indefinitely();
        assertThat(added).isTrue();
        return account;
    }

    /** Of this test's accounts. */
    private Page<AccountView> page(Page.Request page, Set<AccountStatus> statuses, Sort... order) {
        List<Condition> named =
                statuses.isEmpty()
                        ? List.of(new Condition.Text(name))
                        : List.of(new Condition.Text(name), new Condition.Status(statuses));
        return page(new AccountList.Query(page, named, List.of(order)));
    }

    private List<AccountView> with(Condition condition) {
        return page(new AccountList.Query(
                        firstPage(),
                        List.of(new Condition.Text(name), condition),
                        List.of(by(Field.EMAIL))))
                .items();
    }

    private Page<AccountView> page(AccountList.Query query) {
        return list().page(query).await().indefinitely();
    }

    private static Page.Request firstPage() {
        return new Page.Request(0, 25, true);
    }

    private static Sort by(Field field) {
        return new Sort(field, false);
    }

    @Test
    void each_field_sorts_both_ways() {
        assertThat(page(firstPage(), Set.of(), by(Field.EMAIL)).items())
                .containsExactly(view(anna), view(boris), view(clara));
        assertThat(page(firstPage(), Set.of(), by(Field.CREATED_AT)).items())
                .containsExactly(view(boris), view(clara), view(anna));
        assertThat(page(firstPage(), Set.of(), new Sort(Field.CREATED_AT, true)).items())
                .containsExactly(view(anna), view(clara), view(boris));
        assertThat(page(firstPage(), Set.of(), by(Field.ID)).items())
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(item -> item.id().value().toString()));
    }

    @Test
    void pages_join_without_gap_and_know_the_total() {
        Page<AccountView> first = page(new Page.Request(0, 2, true), Set.of(), by(Field.EMAIL));
        Page<AccountView> second = page(new Page.Request(1, 2, true), Set.of(), by(Field.EMAIL));
        Page<AccountView> third = page(new Page.Request(2, 2, true), Set.of(), by(Field.EMAIL));
        assertThat(first.items()).containsExactly(view(anna), view(boris));
        assertThat(second.items()).containsExactly(view(clara));
        assertThat(third.items()).isEmpty();
        assertThat(List.of(first.total(), second.total(), third.total()))
                .containsOnly(Optional.of(3L));
    }

    /** Pages without a filter are read another way. */
    @Test
    void a_filter_that_lets_all_through_changes_nothing() {
        for (Sort sort : List.of(by(Field.EMAIL), by(Field.ID), new Sort(Field.CREATED_AT, true))) {
            assertThat(page(unfiltered(0, 2, sort)).items())
                    .hasSize(2)
                    .isEqualTo(page(letAllThrough(0, 2, sort)).items());
            assertThat(page(unfiltered(1, 2, sort)).items())
                    .isNotEmpty()
                    .isEqualTo(page(letAllThrough(1, 2, sort)).items());
        }
    }

    @Test
    void a_page_behind_the_last_one_is_empty_and_knows_the_total() {
        long total = page(unfiltered(0, 1, by(Field.ID))).total().orElseThrow();
        int behind = (int) (total / 100 + 1);

        Page<AccountView> near = page(unfiltered(behind, 100, by(Field.ID)));
        Page<AccountView> far = page(unfiltered(behind + 2, 100, by(Field.ID)));

        assertThat(near.items()).isEmpty();
        assertThat(far.items()).isEmpty();
        assertThat(List.of(near.total(), far.total())).containsOnly(Optional.of(total));
    }

    private static AccountList.Query unfiltered(int number, int size, Sort sort) {
        return new AccountList.Query(
                new Page.Request(number, size, true), List.of(), List.of(sort));
    }

    private static AccountList.Query letAllThrough(int number, int size, Sort sort) {
        return new AccountList.Query(
                new Page.Request(number, size, true),
                List.of(
                        new Condition.Status(Set.of(AccountStatus.values())),
                        new Condition.Kind(Set.of(AccountKind.values()))),
                List.of(sort));
    }

    @Test
    void nothing_is_counted_that_nobody_wants_counted() {
        assertThat(page(new Page.Request(0, 2, false), Set.of()).total()).isEmpty();
    }

    @Test
    void statuses_are_alternatives() {
        assertThat(page(firstPage(), Set.of(AccountStatus.BLOCKED)).items())
                .containsExactly(view(boris));
        assertThat(page(firstPage(), Set.of(AccountStatus.BLOCKED)).total()).contains(1L);
        assertThat(page(firstPage(), Set.of(AccountStatus.values())).total()).contains(3L);
    }

    @Test
    void text_is_a_part_of_the_email_in_any_case_or_an_id() {
        assertThat(find("ORIS." + name.toUpperCase(Locale.ROOT)).items())
                .containsExactly(view(boris));
        assertThat(find(anna.id().value().toString()).items()).containsExactly(view(anna));
        assertThat(find("%" + name).items()).isEmpty();
        assertThat(find("_oris." + name).items()).isEmpty();
        assertThat(find("\\" + name).items()).isEmpty();
    }

    @Test
    void without_a_filter_the_total_counts_every_account() {
        AccountList.Query all = new AccountList.Query(firstPage(), List.of(), List.of());
        AccountList.Query blocked =
                new AccountList.Query(
                        firstPage(),
                        List.of(new Condition.Status(Set.of(AccountStatus.BLOCKED))),
                        List.of());
        long before = page(all).total().orElseThrow();
        long blockedBefore = page(blocked).total().orElseThrow();
        Account another = store("dora", AccountStatus.BLOCKED, 4);
        assertThat(another.status()).isEqualTo(AccountStatus.BLOCKED);
        assertThat(page(all).total()).contains(before + 1);
        assertThat(page(blocked).total()).contains(blockedBefore + 1);
    }

    @Test
    void a_short_text_is_the_beginning_of_the_email() {
        Account odd = Fixtures.account("\u4e00." + name + "@example.org");
        assertThat(unitOfWork().run(() -> accounts().add(odd)).await().indefinitely()).isTrue();
        assertThat(find("\u4e00.").items()).contains(view(odd));
        assertThat(find("\u4e01.").items()).isEmpty();
    }

    @Test
    void each_condition_holds() {
        long telegram = Math.abs(name.hashCode()) + 1L;
        tag(anna.id(), "vip");
        tag(anna.id(), "slow");
        tag(boris.id(), "slow");
        link(clara.id(), telegram);
        unitOfWork()
                .run(() -> accounts().verifyEmail(boris.id(), Fixtures.NOW))
                .await()
                .indefinitely();

        assertThat(with(new Condition.Tag(Set.of("slow", "nobody has this"))))
                .containsExactly(view(anna), view(boris));
        assertThat(with(new Condition.Tag(Set.of("vip")))).containsExactly(view(anna));
        assertThat(with(new Condition.Telegram(telegram))).containsExactly(view(clara));
        assertThat(with(new Condition.Telegram(telegram + 1))).isEmpty();
        assertThat(with(new Condition.EmailVerified(true))).containsExactly(view(boris));
        assertThat(with(new Condition.EmailVerified(false)))
                .containsExactly(view(anna), view(clara));
        assertThat(with(new Condition.Kind(Set.of(AccountKind.STAFF)))).isEmpty();
        assertThat(with(new Condition.Kind(Set.of(AccountKind.CUSTOMER)))).hasSize(3);
        assertThat(with(new Condition.CreatedFrom(clara.createdAt())))
                .containsExactly(view(anna), view(clara));
        assertThat(with(new Condition.CreatedTo(clara.createdAt()))).containsExactly(view(boris));
    }

    @Test
    void a_cursor_goes_on_where_a_page_ended_whatever_came_meanwhile() {
        for (Sort sort :
                List.of(
                        by(Field.CREATED_AT),
                        new Sort(Field.CREATED_AT, true),
                        by(Field.ID),
                        new Sort(Field.ID, true))) {
            List<AccountView> whole = page(firstPage(), Set.of(), sort).items();
            AccountView first = whole.getFirst();
            Page<AccountView> rest =
                    page(
                            new AccountList.Query(
                                    firstPage(),
                                    List.of(new Condition.Text(name)),
                                    List.of(sort),
                                    Optional.of(new Cursor(first.createdAt(), first.id()))));
            assertThat(rest.items()).isEqualTo(whole.subList(1, 3));
            assertThat(rest.total()).contains(3L);
        }
    }

    private Page<AccountView> find(String text) {
        return page(
                new AccountList.Query(firstPage(), List.of(new Condition.Text(text)), List.of()));
    }

    private static AccountView view(Account account) {
        return AccountView.of(account);
    }
}
