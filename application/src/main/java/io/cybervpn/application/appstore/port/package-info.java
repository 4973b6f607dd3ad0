/** Whom appstore needs outside. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.appstore.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
