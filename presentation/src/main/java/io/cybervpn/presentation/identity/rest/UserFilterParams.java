package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.identity.port.AccountList.Condition;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.presentation.shared.rest.Flag;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.QueryTime;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which accounts are wanted, and in which order; what is not given does not matter. */
public final class UserFilterParams {
    private static final int SORT_KEYS_MAX = 3;
    private static final int TEXT_LENGTH_MAX = 254;
    private static final int CHOICES_MAX = 20;

    @Parameter(description = "createdAt, email or id, then optionally ,asc or ,desc")
    @QueryParam("sort")
    @Size(max = SORT_KEYS_MAX)
    List<String> sort = List.of();

    @Parameter(description = "Part of the e-mail (of 1 or 2 characters: its start) or a whole id")
    @QueryParam("q")
    @Size(max = TEXT_LENGTH_MAX)
    @Nullable String q;

    @Parameter(description = "active, blocked, erased or merged; repeat for any of them")
    @QueryParam("status")
    @Size(max = CHOICES_MAX)
    List<String> status = List.of();

    @Parameter(description = "customer or staff; repeat for any of them")
    @QueryParam("kind")
    @Size(max = CHOICES_MAX)
    List<String> kind = List.of();

    @Parameter(description = "A whole tag; repeat for any of them")
    @QueryParam("tag")
    @Size(max = CHOICES_MAX)
    List<String> tag = List.of();

    @Parameter(description = "Made then or later")
    @QueryParam("createdFrom")
    @Schema(implementation = Instant.class)
    @Nullable String createdFrom;

    @Parameter(description = "Made earlier")
    @QueryParam("createdTo")
    @Schema(implementation = Instant.class)
    @Nullable String createdTo;

    @Parameter(description = "Linked with this user of Telegram")
    @QueryParam("telegramId")
    @Nullable Long telegramId;

    @Parameter(description = "Whether he showed that he reads the mail of his address")
    @QueryParam("emailVerified")
    @Schema(type = SchemaType.BOOLEAN)
    @Nullable Flag emailVerified;

    @Parameter(
            description =
                    "nextCursor of the page before, instead of a page number; only when sorted by"
                            + " createdAt or id alone")
    @QueryParam("cursor")
    @Nullable String cursor;

    AccountList.Query query(PageParams page) {
        List<AccountList.Sort> order = AccountSort.parse(sort);
        Optional<AccountList.Cursor> after = Optional.ofNullable(cursor).map(AccountCursors::read);
        if (after.isPresent()) {
            AccountCursors.check(page.toRequest(), order);
        }
        return new AccountList.Query(page.toRequest(), conditions(), order, after);
    }

    private List<Condition> conditions() {
        return Stream.<Optional<? extends Condition>>of(
                        text().map(Condition.Text::new),
                        some(status)
                                .map(codes -> read("status", codes, AccountStatus::find))
                                .map(Condition.Status::new),
                        some(kind)
                                .map(codes -> read("kind", codes, AccountKind::find))
                                .map(Condition.Kind::new),
                        some(tag).map(UserFilterParams::plain).map(Condition.Tag::new),
                        QueryTime.read("createdFrom", createdFrom).map(Condition.CreatedFrom::new),
                        QueryTime.read("createdTo", createdTo).map(Condition.CreatedTo::new),
                        Optional.ofNullable(telegramId).map(Condition.Telegram::new),
                        Optional.ofNullable(emailVerified)
                                .map(flag -> new Condition.EmailVerified(flag.on())))
                .<Condition>flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> text() {
        if (q != null && q.indexOf('\0') >= 0) {
            throw Problem.invalid("/q", "invalid", "There is no such text.").asException();
        }
        return Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<List<String>> some(List<String> values) {
        return Optional.of(values).filter(given -> !given.isEmpty());
    }

    private static Set<String> plain(List<String> tags) {
        if (tags.stream().anyMatch(tag -> tag.indexOf('\0') >= 0)) {
            throw Problem.invalid("/tag", "invalid", "There is no such tag.").asException();
        }
        return tags.stream().map(String::strip).collect(Collectors.toSet());
    }

    private static <T> Set<T> read(
            String name, List<String> codes, Function<String, Optional<T>> find) {
        return codes.stream()
                .map(code -> find.apply(code).orElseThrow(() -> unknown(name, code)))
                .collect(Collectors.toSet());
    }

    private static RuntimeException unknown(String name, String code) {
        return Problem.invalid("/" + name, "unknown", "There is no " + name + " " + code + ".")
                .asException();
    }
}
