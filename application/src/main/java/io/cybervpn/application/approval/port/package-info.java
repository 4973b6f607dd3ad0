/** What other contexts bring: deeds that may need four eyes. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.approval.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
