// Headers of others define words as macros. Those that stand beside ours in one program are defined
// here, and then ours must still compile. `std_headers.hpp` includes the standard headers that ours
// include: those are not our business.
#include "std_headers.hpp"

// Qt
#define slots
#define signals public
#define emit
#define foreach(variable, container) for (variable : container)
#define forever for (;;)
#define Q_OBJECT
#define Q_EMIT
#define Q_SIGNALS public
#define Q_SLOTS

// windows.h and what it brings along
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define near
#define far
#define NEAR
#define FAR
#define small char
#define hyper __int64
#define interface struct
#define IN
#define OUT
#define OPTIONAL
#define DELETE (0x00010000L)
#define ERROR 0
#define NO_ERROR 0L
#define TRUE 1
#define FALSE 0
#define NULLREGION 1
#define CONST const
#define VOID void
#define STRICT 1
#define ABSOLUTE 1
#define RELATIVE 2
#define TRANSPARENT 1
#define OPAQUE 2
#define DOMAIN 1
#define SING 2
#define OVERFLOW 3
#define UNDERFLOW 4
#define PLOSS 5
#define TLOSS 6
#define IGNORE 0
#define INFINITE 0xFFFFFFFF
#define CALLBACK
#define WINAPI
#define PASCAL
#define cdecl
#define pascal
#define RGB(r, g, b) 0
#define ALTERNATE 1
#define PASSTHROUGH 19
#define ESCAPE 1
#define THIS_ void
#define CreateFile CreateFileW
#define CreateWindow CreateWindowW
#define CreateEvent CreateEventW
#define DeleteFile DeleteFileW
#define CopyFile CopyFileW
#define MoveFile MoveFileW
#define GetMessage GetMessageW
#define SendMessage SendMessageW
#define PostMessage PostMessageW
#define GetObject GetObjectW
#define GetClassName GetClassNameW
#define GetCurrentTime() 0
#define GetUserName GetUserNameW
#define LoadString LoadStringW
#define DrawText DrawTextW
#define Yield()
#define ReportEvent ReportEventW

// X11
#define None 0L
#define Bool int
#define Status int
#define True 1
#define False 0
#define Always 2
#define Success 0
#define Unsorted 0
#define Above 0
#define Below 1
#define CursorShape 0
#define FocusIn 9
#define FocusOut 10
#define KeyPress 2
#define Complex 0
#define Convex 2

// macOS, the C library, Python, others' assertions
#define check(condition)
#define verify(condition)
#define I 1
#undef unix
#define unix 1
#undef linux
#define linux 1
#define require(condition, label)
#define major(device) 0
#define minor(device) 0
#define makedev(major_, minor_) 0
#define assert(condition)
#define CHECK(condition)
#define REQUIRE(condition)
#define SECTION(name)
#define TEST(suite, name)
#define EXPECT(condition)
#define LOG(level)
#define DEBUG 1
#define INFO 1
#define WARNING 2
#define FATAL 3
#define VERSION "1.0"
#define PACKAGE "theirs"

#include <huddlekit/huddlekit.hpp>
