package io.cybervpn.sandbox.panel;

/** Adds every route of the panel, in an order in which words win over references. */
final class PanelRoutes {

    private PanelRoutes() {}

    static void add(PanelRouter router, PanelParts parts) {
        UserSchema schema = new UserSchema(parts.version, parts.clock);
        UserRoutes users = new UserRoutes(parts.version, parts.store, parts.users, schema);
        new UserQueryRoutes(parts.version, parts.store).add(router);
        users.add(router);
        users.addLast(router);
        new SquadRoutes(parts.version, parts.infrastructure, parts.store).add(router);
        new SystemRoutes(
                        parts.version,
                        parts.clock,
                        new SystemRoutes.Parts(
                                parts.store, parts.infrastructure, parts.settings, parts.usage))
                .add(router);
        new LinkRoutes(
                        parts.store,
                        parts.subscriptions,
                        new LinkRoutes.Parts(
                                parts.settings,
                                parts.devices,
                                parts.history,
                                new LinkRoutes.LinkHeaders(parts.settings, parts.clock)))
                .add(router);
    }
}
