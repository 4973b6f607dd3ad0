package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.ViewMe;
import io.cybervpn.application.identity.profile.ProfileView;
import io.cybervpn.application.shared.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param permissions what one may do beyond one's own things, such as {@code users:read}
 */
@Schema(name = "Me")
public record MeJson(
        UUID id,
        @Schema(nullable = true) @Nullable String email,
        String kind,
        String status,
        String locale,
        Instant createdAt,
        ProfileJson profile,
        List<String> permissions) {
    static MeJson of(ViewMe.Result.Me me) {
        AccountView account = me.account();
        return new MeJson(
                account.id().value(),
                account.email().orElse(null),
                account.kind().code(),
                account.status().code(),
                account.locale(),
                account.createdAt(),
                ProfileJson.of(account, me.profile()),
                me.permissions().stream().map(Permission::code).sorted().toList());
    }

    /**
     * What somebody says of himself and agreed to.
     *
     * @param timeZone an IANA id
     * @param marketingOptIn whether offers may go to him; false as long as he was not asked
     * @param marketingSource through what he said so, such as {@code web}; more may come
     * @param version to be sent back with an edit
     */
    @Schema(name = "Profile")
    public record ProfileJson(
            @Schema(nullable = true) @Nullable String displayName,
            String locale,
            @Schema(nullable = true) @Nullable String timeZone,
            boolean marketingOptIn,
            @Schema(nullable = true) @Nullable Instant marketingAt,
            @Schema(nullable = true) @Nullable String marketingSource,
            @Schema(nullable = true) @Nullable String termsVersion,
            @Schema(nullable = true) @Nullable Instant termsAcceptedAt,
            long version) {
        /** Of an account. */
        public static ProfileJson of(AccountView account, ProfileView profile) {
            return new ProfileJson(
                    profile.displayName().orElse(null),
                    account.locale(),
                    profile.timeZone().orElse(null),
                    profile.marketing().map(ProfileView.MarketingView::optIn).orElse(false),
                    profile.marketing().map(ProfileView.MarketingView::at).orElse(null),
                    profile.marketing().map(ProfileView.MarketingView::source).orElse(null),
                    profile.terms().map(ProfileView.TermsView::version).orElse(null),
                    profile.terms().map(ProfileView.TermsView::at).orElse(null),
                    profile.version());
        }
    }
}
