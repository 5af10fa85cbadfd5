<#
.SYNOPSIS
Copies what a hunt for a break-in on an Exchange server needs, and hashes every file. Untested on Windows.

.DESCRIPTION
Reads, hashes and copies. Changes nothing on the server but the folder that it writes, which should lie on other media.
What cannot be read is written down with its reason, and the rest goes on. Needs an elevated prompt.

The copy keeps the drive and the path (C\inetpub\...), so that tidemark restores where each file lay:

    tidemark hunt E:\case1\EX01

.PARAMETER Destination
An empty folder on other media, for example E:\case1\EX01.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string] $Destination
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

if ((Test-Path -LiteralPath $Destination) -and (Get-ChildItem -LiteralPath $Destination -Force | Select-Object -First 1)) {
    throw "The folder $Destination is not empty. Name another: nothing is written over."
}
$null = New-Item -ItemType Directory -Force -Path $Destination

$setup = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup' -ErrorAction SilentlyContinue
$install = if ($setup) { $setup.MsiInstallPath.TrimEnd('\') } else { Join-Path $env:ProgramFiles 'Microsoft\Exchange Server\V15' }
$windows = $env:SystemRoot
$system = $env:SystemDrive

# Logs that live shortest come first. A second field says which names of the folder are wanted.
$pages = '\.(aspx|ashx|asmx|asax|asp|js|config)$'
$wanted = @(
    @("$install\Logging", '\.log$'),
    @("$system\inetpub\logs\LogFiles", '\.log$'),
    @("$windows\System32\LogFiles\HTTPERR", '\.log$'),
    @("$windows\System32\winevt\Logs", '\.evtx$'),
    @("$windows\debug", '^(msert|mrt).*\.log$'),
    @("$env:ProgramData\Microsoft\Windows Defender\Support", '^MP.*\.log$'),
    @("$system\ExchangeSetupLogs", '^ExchangeSetup\.log$'),
    @("$system\inetpub\wwwroot", '.'),
    @("$install\FrontEnd\HttpProxy", $pages),
    @("$install\ClientAccess", $pages),
    @("$install\TransportRoles\Shared", 'agents\.config$'),
    @("$windows\System32\inetsrv\config", '\.config$'),
    @("$system\inetpub\history", '\.config$'),
    @("$windows\Microsoft.NET\Framework64\v4.0.30319\Temporary ASP.NET Files", '\.compiled$'),
    @("$windows\System32\Tasks", '.')
)

function Copy-Shared([string] $From, [string] $To) {
    # The services hold their logs open: read them as the services allow, and hash what was read.
    $null = New-Item -ItemType Directory -Force -Path (Split-Path -Parent $To)
    $in = [IO.File]::Open($From, 'Open', 'Read', 'ReadWrite, Delete')
    try {
        $out = [IO.File]::Open($To, 'CreateNew', 'Write')
        try {
            $sha = [Security.Cryptography.SHA256]::Create()
            $buffer = New-Object byte[] 1048576
            while (($count = $in.Read($buffer, 0, $buffer.Length)) -gt 0) {
                $null = $sha.TransformBlock($buffer, 0, $count, $null, 0)
                $out.Write($buffer, 0, $count)
            }
            $null = $sha.TransformFinalBlock($buffer, 0, 0)
            return [BitConverter]::ToString($sha.Hash).Replace('-', '').ToLowerInvariant()
        } finally { $out.Dispose() }
    } finally { $in.Dispose() }
}

$list = New-Object System.Collections.ArrayList
foreach ($place in $wanted) {
    if (-not (Test-Path -LiteralPath $place[0])) {
        $null = $list.Add([pscustomobject]@{ Path = $place[0]; SHA256 = ''; Length = ''; LastWriteTimeUtc = ''; CreationTimeUtc = ''; Status = 'not found' })
        continue
    }
    foreach ($file in Get-ChildItem -LiteralPath $place[0] -Recurse -Force -File -ErrorAction SilentlyContinue) {
        if ($file.Name -notmatch $place[1]) { continue }
        $hash = ''
        $status = 'copied'
        try {
            $target = Join-Path $Destination ($file.FullName.Replace(':', ''))
            $hash = Copy-Shared $file.FullName $target
        } catch { $status = $_.Exception.Message }
        $null = $list.Add([pscustomobject]@{
            Path = $file.FullName
            SHA256 = $hash
            Length = $file.Length
            LastWriteTimeUtc = $file.LastWriteTimeUtc.ToString('o')
            CreationTimeUtc = $file.CreationTimeUtc.ToString('o')
            Status = $status
        })
    }
}

$list | Export-Csv -NoTypeInformation -Encoding UTF8 -Path (Join-Path $Destination "$env:COMPUTERNAME-files.csv")
$failed = @($list | Where-Object { $_.Status -ne 'copied' }).Count
Write-Output "$($list.Count - $failed) files copied to $Destination; $failed could not be, and the list says why."
