package io.cybervpn.presentation.shared.rest;

/** The addresses of links, whose last part opens what they stand for. */
public final class LinkPaths {
    /** What all of them begin with. */
    public static final String PREFIX = "/sub/";

    private LinkPaths() {}

    /** A path as it may be told and kept: of a link without what opens it. */
    public static String told(String path) {
        return path.startsWith(PREFIX) ? PREFIX + "-" : path;
    }
}
