package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Finds or makes the account of somebody whom another program knew: by his id at Telegram, which
 * counts as who he is, or by an e-mail, which counts only where the owner of the account showed
 * that he reads its mail, for anybody can register an address that is not his. Where two accounts
 * could be meant none is taken. For our own code; joins the caller's unit of work.
 */
@Singleton
public final class AdmitPerson {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Identities identities;
    private final NewAccounts newAccounts;
    private final Links links;

    @Inject
    AdmitPerson(
            UnitOfWork unitOfWork,
            Accounts accounts,
            Identities identities,
            NewAccounts newAccounts,
            Links links) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.identities = identities;
        this.newAccounts = newAccounts;
        this.links = links;
    }

    /**
     * Who.
     *
     * @param telegram what is no id of Telegram counts as none
     * @param email as somebody typed it; what is no address counts as none
     * @param locale of a new account, a BCP 47 tag
     * @param make whether an account is made where there is none
     */
    public record Command(
            Optional<Long> telegram, Optional<String> email, String locale, boolean make) {
        /** Leaves out who he is. */
        @Override
        public String toString() {
            return "AdmitPerson.Command[hidden]";
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** He has one. */
        record Known(AccountId account) implements Result {}

        /** He has one now; nobody can log in by an e-mail before he shows that it is his. */
        record Made(AccountId account) implements Result {}

        /** He has none, and none was to be made. */
        record New() implements Result {}

        /** Nothing says who he is. */
        record Nobody() implements Result {}

        /** His id at Telegram is one account's and his e-mail another's. */
        record TwoAccounts() implements Result {}

        /** An account has his e-mail, but nobody showed that it is his. */
        record EmailUnverified() implements Result {}
    }

    private record Person(Optional<ExternalId> external, Optional<Email> email, Command command) {}

    /** Finds or makes. Repeatable: the second time the account is there. */
    public Uni<Result> execute(Command command) {
        Person person =
                new Person(
                        command.telegram().filter(TelegramUser::isId).map(ExternalId::telegram),
                        command.email().flatMap(Email::parse),
                        command);
        return unitOfWork.run(
                () ->
                        person.external()
                                .map(external -> byTelegram(external, person))
                                .orElseGet(() -> byEmail(person)));
    }

    private Uni<Result> byTelegram(ExternalId external, Person person) {
        return (person.command().make() ? identities.lock(external) : identities.find(external))
                .chain(
                        found ->
                                found.map(one -> known(one.account(), person))
                                        .orElseGet(() -> byEmail(person)));
    }

    private Uni<Result> known(AccountId account, Person person) {
        return ofEmail(person)
                .map(
                        other ->
                                other.map(Account::id).filter(id -> !id.equals(account)).isPresent()
                                        ? new Result.TwoAccounts()
                                        : new Result.Known(account));
    }

    private Uni<Optional<Account>> ofEmail(Person person) {
        return person.email()
                .map(accounts::findByEmail)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Result> byEmail(Person person) {
        if (person.external().isEmpty() && person.email().isEmpty()) {
            return answer(new Result.Nobody());
        }
        return ofEmail(person)
                .chain(found -> found.map(one -> check(one, person)).orElseGet(() -> add(person)));
    }

    private Uni<Result> check(Account account, Person person) {
        return accounts.isEmailVerified(account.id())
                .chain(
                        verified ->
                                verified
                                        ? identities
                                                .of(account.id())
                                                .map(own -> own(account, own, person))
                                        : answer(new Result.EmailUnverified()));
    }

    /** One whose owner is somebody else at Telegram is another's. */
    private static Result own(Account account, List<LinkedIdentity> own, Person person) {
        boolean other =
                person.external().isPresent()
                        && own.stream()
                                .map(LinkedIdentity::external)
                                .anyMatch(one -> one.provider().equals(ExternalId.TELEGRAM));
        return other ? new Result.TwoAccounts() : new Result.Known(account.id());
    }

    private Uni<Result> add(Person person) {
        if (!person.command().make()) {
            return answer(new Result.New());
        }
        LanguageTag locale =
                LanguageTag.parse(person.command().locale()).orElse(LanguageTag.ENGLISH);
        return person.external()
                .map(external -> new Links.Person(external, Optional.empty(), locale))
                .map(one -> links.findOrMake(one).map(Links.Owned::account))
                .orElseGet(() -> add(newAccounts.makeCustomer(locale), person))
                .map(account -> new Result.Made(account.id()));
    }

    private Uni<Account> add(Account bare, Person person) {
        Account account = person.email().map(bare::withEmail).orElse(bare);
        return accounts.add(account)
                .map(
                        added -> {
                            if (!added) {
                                throw new IllegalStateException("registered meanwhile; try again");
                            }
                            return account;
                        });
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
