@echo off
rem Starts Tidemark on Windows. Not tested: it was written on a machine without Windows, after ./tidemark.
rem It builds where nothing was built yet; after a change of the sources, delete app\target and start it again.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "DIST=%ROOT%app\target\dist"

set "JDK="
call :try "%TIDEMARK_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%f in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%USERPROFILE%\.jdks") do (
    for /d %%d in ("%%~f\*") do call :try "%%~d"
)
if not defined JDK (
    echo tidemark: no JDK 25 or newer was found; install one, for example Eclipse Temurin 25, or set TIDEMARK_JAVA_HOME to its folder. 1>&2
    exit /b 2
)

if not exist "%DIST%\lib\tidemark.jar" (
    call :build
    if errorlevel 1 exit /b
)

"%JDK%\bin\java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -XX:AOTCache="%DIST%\tidemark.aot" -Xlog:disable -cp "%DIST%\lib\tidemark.jar" org.tidemark.app.Main %*
exit /b %ERRORLEVEL%

rem Takes a folder as the JDK where none was taken yet and its release file says version 25 or newer.
:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
    for /f "delims=.-+_" %%m in ("%%~v") do if %%m geq 25 set "JDK=%~f1"
)
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo tidemark: Tidemark is built before its first use, and that needs Apache Maven 3.8 or newer, which is not installed. 1>&2
    exit /b 2
)
echo tidemark: building, because that was not done yet ^(up to a minute^) 1>&2
setlocal
set "JAVA_HOME=%JDK%"
call mvn --batch-mode --quiet --file "%ROOT%pom.xml" -Dmaven.test.skip -Dspotless.check.skip -Djacoco.skip --projects app --also-make package <nul 1>&2
if errorlevel 1 exit /b 70
endlocal
rem What follows only makes the start quicker, so a failure is no matter.
"%JDK%\bin\java" "%ROOT%scripts\FinishDist.java" "%DIST%\lib" >nul 2>nul
"%JDK%\bin\java" -cp "%DIST%\lib\tidemark.jar" org.tidemark.app.PreparePacks >nul 2>nul
"%JDK%\bin\java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput="%DIST%\tidemark.aot" -cp "%DIST%\lib\tidemark.jar" org.tidemark.app.Main demo --out "%ROOT%target\training" <nul >nul 2>nul
exit /b 0
