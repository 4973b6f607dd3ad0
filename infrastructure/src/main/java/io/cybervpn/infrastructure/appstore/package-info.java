/** What appstore needs around it. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.appstore;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
