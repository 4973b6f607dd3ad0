package io.cybervpn.presentation.shared.rest;

/** The addresses of links, whose last part opens what they stand for. */
public final class LinkPaths {
    /** What all of them begin with. */
    public static final String PREFIX = "/sub/";

    private static final String PAY = "/api/v1/pay/";

    private LinkPaths() {}

    /** A path as it may be told and kept: of a link without what opens it. */
    public static String told(String path) {
        if (path.startsWith(PREFIX)) {
            return PREFIX + "-";
        }
        return path.startsWith(PAY) ? PAY + "-" + after(path.substring(PAY.length())) : path;
    }

    private static String after(String rest) {
        int slash = rest.indexOf('/');
        return slash < 0 ? "" : rest.substring(slash);
    }
}
