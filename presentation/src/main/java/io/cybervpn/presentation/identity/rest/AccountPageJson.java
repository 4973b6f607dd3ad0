package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts.
 *
 * @param nextCursor for the next page without a number; null when nothing follows or when the order
 *     has no cursor
 */
@Schema(name = "AccountPage")
public record AccountPageJson(
        List<AccountJson> items,
        PageInfoJson page,
        @Schema(nullable = true) @Nullable String nextCursor) {
    static AccountPageJson of(AccountList.Query query, Page<AccountView> page) {
        return new AccountPageJson(
                page.items().stream().map(AccountJson::of).toList(),
                PageInfoJson.of(page),
                AccountCursors.next(query, page).orElse(null));
    }
}
