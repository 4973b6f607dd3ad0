/** 3x-ui: two families of its API, one adapter; see {@link XuiFamily}. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.xui;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
